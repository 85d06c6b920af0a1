package pipeline

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"stance/pipeline/sink"
	"stance/pipeline/sinktest"
)

// goldenShare is how many rows must be the golden file's: processors round differently, and a score
// beside its threshold may fall on either side.
const goldenShare = 0.98

// TestGolden holds the mentions of the sample articles, from the files to the decisions, against
// a file. UPDATE=1 writes it anew: read its diff before you commit it.
func TestGolden(t *testing.T) {
	const path = "testdata/samples.golden.tsv"
	m := openModel(t, modelOptions())
	cfg, _ := runSamples(t, m, m.Info())
	var got []string
	rows := sinktest.Rows(t, cfg.Out, sink.Mentions)
	slices.SortStableFunc(rows, func(a, b sinktest.Row) int {
		return cmp.Or(cmp.Compare(a["article_id"], b["article_id"]), cmp.Compare(a.Int(t, "start"), b.Int(t, "start")))
	})
	for _, r := range rows {
		fields := []string{
			strings.TrimPrefix(r["article_id"], datasetsDir+"/"), r["sentence_index"], r["section"], r["lang"], r["start"], r["end"],
			plain(r["mention"]), r["actor_id"], r["actor_type"], strings.Join(stanceOf(r), " "), r["sentiment"],
		}
		got = append(got, strings.Join(fields, "\t"))
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	unseen := map[string]int{}
	for _, line := range want {
		unseen[line]++
	}
	same := 0
	for _, line := range got {
		if unseen[line] > 0 {
			unseen[line]--
			same++
		} else {
			t.Logf("new: %s", line)
		}
	}
	for line, n := range unseen {
		if n > 0 {
			t.Logf("gone: %s", line)
		}
	}
	if share := float64(same) / float64(max(len(got), len(want))); share < goldenShare {
		t.Errorf("%d of %d rows are those of %s, which has %d: UPDATE=1 writes it anew", same, len(got), path, len(want))
	}
}
