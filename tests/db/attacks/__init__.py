"""What somebody tries who can send any SQL as one of the roles at run time.

The settings ``app.*`` are the application's to set; everything else is tried.
"""
