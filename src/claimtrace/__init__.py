"""claimtrace: shows, claim by claim, what each statement of a paper rests on."""

__version__ = "0.1.0"
