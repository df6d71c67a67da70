"""One file a noun; every view asks in its first line who may."""
