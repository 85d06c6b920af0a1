package sink

import (
	"context"
	"fmt"
	"testing"
)

// BenchmarkCommit writes 2,000 articles of 30 mentions a commit and reports mention rows a second.
func BenchmarkCommit(b *testing.B) {
	const articles, mentions = 2000, 30
	for b.Loop() {
		s := mustOpen(b, b.TempDir(), "m1")
		c := s.Begin()
		for i := range articles {
			a, ms, as := story(fmt.Sprint(i), fmt.Sprint("Iran said on day ", i, " that talks go on if sanctions end."), mentions, may1.AddDate(0, 0, i%30))
			if err := c.Add(a, ms, as); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := c.Commit(context.Background()); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
	b.ReportMetric(float64(articles*mentions*b.N)/b.Elapsed().Seconds(), "mentions/s")
}

// BenchmarkOpen reads a folder of 20,000 articles in 300 parts a table.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	const articles = 20000
	put(b, dir, "m1", func(_ *Store, c *Commit) {
		for i := range articles {
			add(b, c, fmt.Sprint(i), "v1", 3, may1.AddDate(0, 0, i%300))
		}
	})
	b.ResetTimer()
	for b.Loop() {
		mustOpen(b, dir, "m1").Close()
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}
