package sink

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func TestManyDatesAndSpill(t *testing.T) {
	dir := fastDir(t)
	files := &openCounter{fsys: osFS{}}
	s, err := open(dir, testMeta("m1"), files)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c := s.Begin()
	c.mentions.limit, c.actors.limit, c.articles.limit = 20<<10, 20<<10, 20<<10
	const dates = 100
	for i := range 5 * dates {
		add(t, c, fmt.Sprint(i), "v1", 3, may1.AddDate(0, 0, i%dates))
	}
	if _, err := c.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n := len(partsOf(t, dir, Mentions)); n != dates {
		t.Error("parts:", n)
	}
	if n := len(rows(t, dir, &mentionsTable)); n != 15*dates {
		t.Error("rows:", n)
	}
	if files.most > 5 {
		t.Error("files open at once:", files.most)
	}
}

// TestLargePart writes one part with several row groups, of which columns outgrow their
// dictionaries, and a staging file of several spills.
func TestLargePart(t *testing.T) {
	dir := fastDir(t)
	const articles, mentions = 400, 60
	var want []string
	put(t, dir, "m1", func(_ *Store, c *Commit) {
		for i := range articles {
			a, ms, as := story(fmt.Sprint(i), "v1", mentions, may1)
			a.Text = strings.Repeat(noise(1<<10), 40)
			for j := range ms {
				ms[j].Sentence = noise(1 << 10)
				want = append(want, ms[j].Sentence)
			}
			if err := c.Add(a, ms, as); err != nil {
				t.Fatal(err)
			}
		}
	})
	parts := partsOf(t, dir, Mentions)
	i := 0
	err := readPart(context.Background(), parts[0], &mentionsTable, func(r *MentionRow) error {
		if r.Sentence != want[i] || r.ArticleID != fmt.Sprint(i/mentions) || int(r.SentenceIndex) != i%mentions {
			return fmt.Errorf("row %d is %+v", i, r)
		}
		i++
		return nil
	})
	if err != nil || i != len(want) || len(parts) != 1 {
		t.Error(i, "rows:", err)
	}
	r, err := openParquet(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.NumRowGroups() < 2 {
		t.Error("row groups:", r.NumRowGroups())
	}
}
