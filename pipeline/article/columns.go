package article

import (
	"fmt"
	"strings"
)

// Columns name the columns of CSV and Parquet files and the keys of JSON objects, each list in order of
// preference: the first that holds something is taken. Names are compared without regard to case.
type Columns struct {
	Text       []string // the article's body
	Paragraphs []string // the body as a list of strings, joined by blank lines; used where there is no Text
	Lead       []string // put before Paragraphs unless they begin with it; the body where there is nothing else
	Title      []string
	URL        []string
	Date       []string
	ID         []string
	Lang       []string
	Caption    []string // one string or a list of them
}

var defaultColumns = Columns{
	Text:       []string{"text", "body", "content", "article", "article_text", "maintext"},
	Paragraphs: []string{"paragraphs"},
	Lead:       []string{"abstract", "description", "lead", "summary"},
	Title:      []string{"title", "headline"},
	URL:        []string{"url", "link", "source_url"},
	Date:       []string{"date", "published_at", "published", "date_publish", "pubdate", "timestamp", "datetime"},
	ID:         []string{"id", "article_id", "guid", "uuid"},
	Lang:       []string{"lang", "language"},
	Caption:    []string{"caption", "captions"},
}

// role is what a column means.
type role int

const (
	roleText role = iota
	roleParagraphs
	roleLead
	roleTitle
	roleURL
	roleDate
	roleID
	roleLang
	roleCaption
	roles
)

var roleNames = [roles]string{"text", "paragraphs", "lead", "title", "url", "date", "id", "lang", "caption"}

func (c *Columns) list(r role) *[]string {
	return [roles]*[]string{&c.Text, &c.Paragraphs, &c.Lead, &c.Title, &c.URL, &c.Date, &c.ID, &c.Lang, &c.Caption}[r]
}

// Set reads one mapping as a user writes it, "role=name" or "role=name,name": it replaces that role's names.
func (c *Columns) Set(mapping string) error {
	key, names, ok := strings.Cut(mapping, "=")
	if !ok {
		return fmt.Errorf("column mapping %q: want role=name, for example text=article_body", mapping)
	}
	for r, name := range roleNames {
		if !strings.EqualFold(strings.TrimSpace(key), name) {
			continue
		}
		list := []string{}
		for n := range strings.SplitSeq(names, ",") {
			if n = strings.TrimSpace(n); n != "" {
				list = append(list, n)
			}
		}
		*c.list(role(r)) = list
		return nil
	}
	return fmt.Errorf("column mapping %q: the role is one of %s", mapping, strings.Join(roleNames[:], ", "))
}

// slot is the place of a column in a record.
type slot struct {
	role role
	rank int // position in its role's list: the lower, the better
}

// columnIndex finds a column's slot by its name in lower case.
type columnIndex map[string]slot

func (c columnIndex) find(name string) (slot, bool) {
	s, ok := c[strings.ToLower(strings.TrimSpace(name))]
	return s, ok
}

// resolve fills in the defaults. A name the user gives to one role is lost to the defaults of all others.
func (c Columns) resolve() columnIndex {
	index := columnIndex{}
	add := func(r role, names []string) {
		for rank, n := range names {
			n = strings.ToLower(n)
			if _, taken := index[n]; !taken {
				index[n] = slot{r, rank}
			}
		}
	}
	for r := range roles {
		add(r, *c.list(r))
	}
	for r := range roles {
		if *c.list(r) == nil {
			add(r, *defaultColumns.list(r))
		}
	}
	return index
}
