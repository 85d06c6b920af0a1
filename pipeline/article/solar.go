package article

import "time"

// Years of the Solar Hijri calendar (Iran, Afghanistan) that a date is read as: 1921 to 2051.
// Later years with that look are those of the lunar calendar (1447 is 2025), whose days
// depend on who saw the moon: they are left unknown.
const (
	firstSolar = 1300
	lastSolar  = 1429
)

var newYear1300 = time.Date(1921, time.March, 21, 0, 0, 0, 0, time.UTC)

func isSolar(year int) bool { return year >= firstSolar && year <= lastSolar }

// solarLeaps are the leap years of the 33-year cycle that the calendar follows from 1178 to 1633.
var solarLeaps = [33]bool{1: true, 5: true, 9: true, 13: true, 17: true, 22: true, 26: true, 30: true}

// solarMonthDays is the length of a month in days.
func solarMonthDays(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month <= 11 || solarLeaps[year%33]:
		return 30
	}
	return 29
}

// solarToGregorian converts a valid date of a year for which isSolar holds. It counts the days from
// the new year of 1300.
func solarToGregorian(year, month, day int) (y, m, d int) {
	days := day - 1
	for y := firstSolar; y < year; y++ {
		days += 336 + solarMonthDays(y, 12)
	}
	for m := 1; m < month; m++ {
		days += solarMonthDays(year, m)
	}
	t := newYear1300.AddDate(0, 0, days)
	return t.Year(), int(t.Month()), t.Day()
}
