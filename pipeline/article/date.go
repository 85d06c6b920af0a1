package article

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// readDate reads a date as records hold it. A date that cannot be understood is handed back as bad, with the
// zero time: an unknown date is no reason to lose an article. Dates without a zone are taken as UTC.
func readDate(value any) (date time.Time, bad string) {
	given, ok := "", false
	switch v := value.(type) {
	case nil:
		return time.Time{}, ""
	case time.Time:
		date, ok = v, true
		given = v.String()
	case json.Number:
		given = string(v)
	case string:
		given = strings.TrimSpace(v)
	case badValue:
		given = string(v)
	default:
		given = "a list"
	}
	if !ok {
		date, ok = parseDate(given)
	}
	if date = date.UTC(); !ok || date.Year() < 1900 || date.Year() > 2100 {
		return time.Time{}, given
	}
	return date, ""
}

const clock = `(?:[T,\s]+(?:at\s+)?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[A-Za-z]{2,5}|(?:UTC|GMT)?[+-]\d\d:?\d\d|[+-]\d\d)?(?:\s*\([A-Za-z ]+\))?)?$`

var (
	yearFirst  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})` + clock)
	yearLast   = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})` + clock)
	monthFirst = regexp.MustCompile(`^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})` + clock)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})` + clock)
	weekday    = regexp.MustCompile(`(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+`)
)

// parseDate reads a date in any of the usual notations, with Latin, Arabic or Persian digits:
//
//	2026-11-27, 2026/11/27 08:30, RFC 3339, ISO 8601
//	27.11.2026, 27-11-2026, 27/11/2026 and 11/27/2026 (with slashes only where one number exceeds 12: 5/6/2026 is two days)
//	November 27, 2026; 27 Nov 2026; RFC 1123, RFC 822, Unix date (English names)
//	20261127, 20261127083000; seconds, milli-, micro- and nanoseconds since 1970
//	1405/09/06, 6/9/1405: the Solar Hijri calendar
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(strings.Map(plainDigit, s))
	if s == "" || len(s) > 100 {
		return time.Time{}, false
	}
	if t, ok := parseDigits(s); ok {
		return t, true
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return assemble(atoi(m[1]), atoi(m[2]), atoi(m[3]), m[4:])
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		day, month, year := atoi(m[1]), atoi(m[3]), atoi(m[4])
		if m[2] == "/" && !isSolar(year) {
			switch {
			case month > 12:
				day, month = month, day
			case day <= 12 && day != month:
				return time.Time{}, false // day first or month first: nobody can tell
			}
		}
		return assemble(year, month, day, m[5:])
	}
	s = weekday.ReplaceAllString(s, "")
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return assemble(atoi(m[3]), monthNumber(m[1]), atoi(m[2]), m[4:])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return assemble(atoi(m[3]), monthNumber(m[2]), atoi(m[1]), m[4:])
	}
	for _, layout := range []string{"Jan _2 15:04:05 MST 2006", "Jan _2 15:04:05 -0700 2006", "Jan _2 15:04:05 2006", "02-Jan-06 15:04:05 MST", "02 Jan 06 15:04 MST", "02 Jan 06 15:04 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// plainDigit maps Arabic and Persian digits to Latin ones, and drops bidirectional marks.
func plainDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r == '\u00a0' || r == '\u202f':
		return ' '
	case r == '\u200e' || r == '\u200f' || r == '\u061c':
		return -1
	}
	return r
}

// parseDigits reads dates that are one number. How many digits it has tells what it counts.
func parseDigits(s string) (time.Time, bool) {
	whole, fraction, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n < 0 || whole[0] == '+' || strings.Trim(fraction, "0123456789") != "" {
		if f, err := strconv.ParseFloat(s, 64); err == nil && strings.ContainsAny(s, "eE") && f > 0 && f < math.MaxInt64 {
			return parseDigits(strconv.FormatFloat(f, 'f', 0, 64)) // pandas and Excel write 1.7e+09
		}
		return time.Time{}, false
	}
	switch len(whole) {
	case 8:
		return assemble(int(n/10000), int(n/100%100), int(n%100), nil)
	case 9, 10:
		return time.Unix(n, 0), true
	case 12, 13:
		return time.UnixMilli(n), true
	case 14:
		t, err := time.Parse("20060102150405", whole)
		return t, err == nil
	case 15, 16:
		return time.UnixMicro(n), true
	case 18, 19:
		return time.Unix(0, n), true
	}
	return time.Time{}, false
}

// assemble makes a time from a date and the groups of clock (hour, minute, second, fraction, am/pm, zone),
// all of which may be empty. It refuses days and hours that do not exist.
func assemble(year, month, day int, c []string) (time.Time, bool) {
	if isSolar(year) {
		if month < 1 || month > 12 || day < 1 || day > solarMonthDays(year, month) {
			return time.Time{}, false
		}
		year, month, day = solarToGregorian(year, month, day)
	}
	var hour, minute, second, nanos int
	zone := time.UTC
	if len(c) > 0 && c[0] != "" {
		hour, minute, second = atoi(c[0]), atoi(c[1]), atoi(c[2])
		nanos = atoi((c[3] + "000000000")[:9])
		if half := strings.ToLower(c[4]); half != "" {
			if hour < 1 || hour > 12 {
				return time.Time{}, false
			}
			hour %= 12
			if half[0] == 'p' {
				hour += 12
			}
		}
		var ok bool
		if zone, ok = parseZone(c[5]); !ok {
			return time.Time{}, false
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month || hour > 23 || minute > 59 || second > 60 {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, nanos, zone), true
}

// zones are hours from UTC of the abbreviations that name one offset only.
var zones = map[string]float64{
	"": 0, "Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "IRST": 3.5, "AFT": 4.5, "PKT": 5,
}

func parseZone(s string) (*time.Location, bool) {
	s = strings.ToUpper(s)
	if h, ok := zones[s]; ok {
		return time.FixedZone("", int(h*3600)), true
	}
	s = strings.ReplaceAll(strings.TrimLeft(s, "UTCGM"), ":", "")
	if len(s) != 3 && len(s) != 5 {
		return nil, false
	}
	n, err := strconv.Atoi(s[1:])
	if err != nil || s[0] != '+' && s[0] != '-' {
		return nil, false
	}
	if len(s) == 3 {
		n *= 100
	}
	seconds := n/100*3600 + n%100*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), true
}

// monthNumber is the number of an English month name or its abbreviation; 0 where it is neither.
func monthNumber(s string) int {
	s = strings.ToLower(s)
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); strings.HasPrefix(name, s) || s == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

// atoi reads digits that a pattern has matched; empty is 0.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
