package actor

import (
	"fmt"
	"time"
)

// period is when an entry of the registry holds: [from, to), zero ends are open.
type period struct{ from, to time.Time }

// holds tells whether the entry holds at t; where t is zero, whether it still holds.
func (p period) holds(t time.Time) bool {
	if t.IsZero() {
		return p.to.IsZero()
	}
	return !t.Before(p.from) && (p.to.IsZero() || t.Before(p.to))
}

// parsePeriod reads dates as YYYY, YYYY-MM or YYYY-MM-DD; "to" is inclusive: the whole
// day, month or year belongs to the period. bad names the field at fault.
func parsePeriod(from, to string) (p period, bad string, err error) {
	if from != "" {
		if p.from, _, err = parseDate(from); err != nil {
			return p, "from", err
		}
	}
	if to != "" {
		if _, p.to, err = parseDate(to); err != nil {
			return p, "to", err
		}
	}
	if from != "" && to != "" && !p.from.Before(p.to) {
		return p, "to", fmt.Errorf("%s ends before it begins (%s)", to, from)
	}
	return p, "", nil
}

// parseDate gives the first moment of a date and the first after it.
func parseDate(s string) (start, end time.Time, err error) {
	for _, f := range []struct {
		layout  string
		y, m, d int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, e := time.Parse(f.layout, s); e == nil {
			return t, t.AddDate(f.y, f.m, f.d), nil
		}
	}
	return start, end, fmt.Errorf("%q is no date; write YYYY, YYYY-MM or YYYY-MM-DD", s)
}
