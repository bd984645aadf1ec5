"""What the tool knows of the world, as tables that a person can read and mend."""
