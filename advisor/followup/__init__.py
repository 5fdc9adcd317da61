"""What has to be looked after: papers, deadlines, the start page, results that change by themselves, calendars."""
