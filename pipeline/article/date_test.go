package article

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	day := "2026-11-27T00:00:00Z"
	half := "2026-11-27T08:30:00Z"
	for in, want := range map[string]string{
		"2026-11-27": day, "2026/11/27": day, "2026.11.27": day, "20261127": day, "27.11.2026": day, "27-11-2026": day, "27/11/2026": day, "11/27/2026": day,
		"2026-11-27 08:30": half, "2026-11-27T08:30:00Z": half, "2026-11-27T12:00:00+03:30": half, "2026-11-27T12:00:00+0330": half, "2026-11-27T10:30:00+02": half,
		"2026-11-27T08:30:00.000Z": half, "2026-11-27 08:30:00 UTC": half, "2026-11-27 08:30:00+00:00": half, "2026-11-27, 8:30 AM": half, "27.11.2026 08:30": half, "20261127083000": half,
		"Fri, 27 Nov 2026 08:30:00 GMT": half, "Fri, 27 Nov 2026 11:30:00 +0300": half, "Friday, 27-Nov-26 08:30:00 GMT": half, "27 Nov 26 08:30 UTC": half, "Fri Nov 27 08:30:00 2026": half,
		"Fri Nov 27 08:30:00 UTC 2026": half, "Fri Nov 27 2026 12:00:00 GMT+0330 (Iran Standard Time)": half, "27 Nov 2026 11:30 MSK": half,
		"November 27, 2026": day, "Nov. 27, 2026": day, "Nov 27 2026": day, "27 November 2026": day, "27th November 2026": day, "November 27, 2026, 8:30 a.m.": half, "November 27, 2026 at 3:30 AM EST": half,
		"۲۰۲۶-۱۱-۲۷": day, "٢٠٢٦/١١/٢٧ ٠٨:٣٠": half, "\u200f27\u200e/11/2026": day, "2026-11-27\u00a008:30": half,
		"1795768200": half, "1795768200000": half, "1795768200000000": half, "1795768200000000000": half, "1795768200.0": half, "1.7957682e+09": half, "1.7957682E9": half,
		"1405/09/06": day, "۱۴۰۵/۰۹/۰۶": day, "1405-9-6 08:30": half, "6/9/1405": day, "06.09.1405": day, "1405/9/6 12:00 +03:30": half,
		"2024-02-29": "2024-02-29T00:00:00Z", "2026-11-27T12:00:00 PM": "2026-11-27T12:00:00Z", "2026-11-27 12:05 am": "2026-11-27T00:05:00Z", "5/5/2026": "2026-05-05T00:00:00Z",
		"Sept 5, 2026": "2026-09-05T00:00:00Z",
		// What cannot be known stays unknown.
		"": "", "yesterday": "", "2026": "", "2026-11": "", "2026-13-01": "", "2026-02-29": "", "30.02.2026": "", "5/6/2026": "", "2026-11-27 25:00": "", "2026-11-27 08:61": "", "2026-11-27 13:00 pm": "",
		"1447/05/06": "", "1405/13/01": "", "1404/12/30": "", "Foo 27, 2026": "", "2026-11-27 08:30 XYZ": "", "0000-00-00": "", "-1795768200": "", "1e400": "", "12": "", "1850-01-01": "", "+20261127": "",
	} {
		got, bad := readDate(in)
		text := ""
		if !got.IsZero() {
			text = got.Format(time.RFC3339Nano)
		}
		if text != want || got.Location() != time.UTC || (bad != "") != (want == "" && in != "") {
			t.Errorf("%q: %q, unknown %q; want %q", in, text, bad, want)
		}
	}
}

func TestDateValues(t *testing.T) {
	at := time.Date(2026, 11, 27, 12, 0, 0, 0, time.FixedZone("", 12600))
	for _, c := range []struct {
		in  any
		bad bool
	}{{json.Number("1795768200"), false}, {at, false}, {"2026-11-27 08:30", false}, {badValue("an object"), true}, {[]string{"x"}, true}, {time.Unix(0, 0).AddDate(-300, 0, 0), true}} {
		got, bad := readDate(c.in)
		if c.bad != (bad != "") || !c.bad && !got.Equal(at) {
			t.Errorf("%v: %v, %q", c.in, got, bad)
		}
	}
	if got, bad := readDate(nil); !got.IsZero() || bad != "" {
		t.Errorf("no date: %v, %q", got, bad)
	}
}

func TestUnknownDateIsNoReject(t *testing.T) {
	a := one(t, write(t, "a.jsonl", `{"text":"A","date":"some day"}`))
	if a.BadDate != "some day" || !a.Published.IsZero() {
		t.Errorf("%+v", a)
	}
}

// Days on which the Solar Hijri year began, as Iran's official calendars have it.
func TestSolarYears(t *testing.T) {
	for year, want := range map[int]string{
		1300: "1921-03-21", 1301: "1922-03-22", 1304: "1925-03-21", 1342: "1963-03-21", 1357: "1978-03-21", 1358: "1979-03-21", 1375: "1996-03-20", 1376: "1997-03-21",
		1387: "2008-03-20", 1388: "2009-03-21", 1399: "2020-03-20", 1400: "2021-03-21", 1403: "2024-03-20", 1404: "2025-03-21", 1405: "2026-03-21", 1409: "2030-03-21",
	} {
		y, m, d := solarToGregorian(year, 1, 1)
		if got := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly); got != want {
			t.Errorf("1 Farvardin %d: %s, want %s", year, got, want)
		}
	}
	for in, want := range map[[3]int][3]int{{1357, 11, 22}: {1979, 2, 11}, {1394, 4, 23}: {2015, 7, 14}, {1403, 12, 30}: {2025, 3, 20}, {1404, 6, 31}: {2025, 9, 22}, {1404, 7, 1}: {2025, 9, 23}} {
		y, m, d := solarToGregorian(in[0], in[1], in[2])
		if [3]int{y, m, d} != want {
			t.Errorf("%v: %v, want %v", in, [3]int{y, m, d}, want)
		}
	}
}

// The days of the solar years follow one another without gap.
func TestSolarDaysFollow(t *testing.T) {
	want := newYear1300
	for year := firstSolar; year <= lastSolar; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= solarMonthDays(year, month); day++ {
				y, m, d := solarToGregorian(year, month, day)
				if got := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); !got.Equal(want) {
					t.Fatalf("%d-%d-%d: %v, want %v", year, month, day, got, want)
				}
				want = want.AddDate(0, 0, 1)
			}
		}
	}
}
