"""The version of the program, where nothing else need be imported to say it."""

VERSION = "0.1.0"
