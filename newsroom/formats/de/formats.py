"""Days and times as a German desk writes them."""

DATE_FORMAT = "j.n.Y"
DATETIME_FORMAT = "j.n.Y, H:i"
SHORT_DATETIME_FORMAT = "j.n., H:i"
MONTH_DAY_FORMAT = "j.n."
