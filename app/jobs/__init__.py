"""Work that no reader should wait for, done after the commit and never lost."""
