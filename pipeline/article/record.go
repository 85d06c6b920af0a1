package article

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// badValue is the value of a column whose type cannot be used: a noun phrase that says what it is.
type badValue string

// record is one row of a record format, sorted by what the columns mean.
type record [roles]struct {
	value any // nil, string, []string, json.Number, time.Time or badValue
	name  string
	rank  int
}

// badRank sorts unusable values behind usable ones, so that the object "content" does not hide the string "maintext".
const badRank = 1 << 20

// put keeps a value if it says something and is preferred to the one that is there.
func (r *record) put(s slot, name string, value any) {
	rank := s.rank
	switch v := value.(type) {
	case nil:
		return
	case string:
		if strings.TrimSpace(v) == "" {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case badValue:
		rank += badRank
	}
	c := &r[s.role]
	// Keys that differ in case only have one rank: the larger (lower-case) name wins, whatever the order of a map.
	if c.value == nil || rank < c.rank || rank == c.rank && name > c.name {
		c.value, c.name, c.rank = value, name, rank
	}
}

// wrong is the reason to reject a record for one column's type.
func (r *record) wrong(role role, want string) string {
	c := &r[role]
	what := "a list"
	switch v := c.value.(type) {
	case badValue:
		what = string(v)
	case json.Number:
		what = "a number"
	case time.Time:
		what = "a date"
	}
	return fmt.Sprintf("The column %q (%s) holds %s where %s is expected: correct the record, or map another column to %s.",
		c.name, roleNames[role], what, want, roleNames[role])
}

// draft reads the columns; reason is why the record is rejected, empty where it is not.
func (r *record) draft() (d draft, reason string) {
	for _, f := range []struct {
		role role
		to   *string
	}{{roleTitle, &d.title}, {roleURL, &d.url}, {roleLang, &d.lang}} {
		switch v := r[f.role].value.(type) {
		case nil:
		case string:
			*f.to = v
		default:
			return d, r.wrong(f.role, "text")
		}
	}
	switch v := r[roleID].value.(type) {
	case nil:
	case string:
		d.id = v
	case json.Number:
		d.id = decimal(v)
	default:
		return d, r.wrong(roleID, "text or a number")
	}
	if d.captions, reason = r.list(roleCaption); reason != "" {
		return d, reason
	}
	if d.body, reason = r.body(); reason != "" {
		return d, reason
	}
	d.date, d.badDate = readDate(r[roleDate].value)
	return d, ""
}

// list is a column that holds one string or several.
func (r *record) list(role role) ([]string, string) {
	switch v := r[role].value.(type) {
	case nil:
		return nil, ""
	case string:
		return []string{v}, ""
	case []string:
		return v, ""
	}
	return nil, r.wrong(role, "text or a list of texts")
}

// body joins the body from text, or from lead and paragraphs.
func (r *record) body() (string, string) {
	for _, role := range []role{roleText, roleParagraphs} {
		list, reason := r.list(role)
		if reason != "" {
			return "", reason
		}
		body := joinParagraphs(list)
		if body == "" {
			continue
		}
		if role == roleParagraphs {
			// A lead that is no string is no reason to lose the article: the paragraphs are its text.
			if lead, ok := r[roleLead].value.(string); ok {
				lead = strings.TrimSpace(lead)
				if !strings.HasPrefix(body, strings.TrimRight(lead, ".…")) {
					body = lead + "\n\n" + body
				}
			}
		}
		return body, ""
	}
	list, reason := r.list(roleLead)
	if reason != "" {
		return "", reason
	}
	if body := joinParagraphs(list); body != "" {
		return body, ""
	}
	return "", "The record has no text: none of the columns mapped to text or paragraphs holds any; correct the record, or map the column that does to text."
}

func joinParagraphs(list []string) string {
	var b strings.Builder
	for _, p := range list {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p)
	}
	return b.String()
}

// decimal writes a JSON number without exponent and superfluous fraction: 1.2e3 and 1200.0 are the id 1200.
func decimal(n json.Number) string {
	if !strings.ContainsAny(string(n), ".eE") {
		return string(n)
	}
	f, err := n.Float64()
	if err != nil { // out of range: keep it as it is written
		return string(n)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
