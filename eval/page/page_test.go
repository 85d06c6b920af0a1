package page

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"stance/eval"
	"stance/eval/labelled"
	"stance/model"
)

// hand is a set in two languages of which the model gets one actor wrong.
func hand(t *testing.T) (*eval.Report, []eval.Scored) {
	t.Helper()
	stance := func(flags ...int) *[3]bool {
		var s [3]bool
		for _, f := range flags {
			s[f] = true
		}
		return &s
	}
	set := &labelled.Set{Name: "hand", Hash: "0123456789abcdef", Sentences: []labelled.Sentence{
		{ID: "1", Lang: "en", Text: "<script>alert(1)</script> Iran & Tavia met.", Complete: true, Actors: []labelled.Actor{
			{Spans: [][2]int{{26, 30}}, Stance: stance(model.Conciliatory), Sentiment: model.Neutral},
			{Spans: [][2]int{{33, 38}}, Stance: stance(model.Conciliatory), Sentiment: model.Neutral},
		}},
		{ID: "2", Lang: "fa", Text: "تهران رد کرد", Complete: true, Actors: []labelled.Actor{{Spans: [][2]int{{0, 5}}, Stance: stance(model.Hawkish), Sentiment: model.Neutral}}},
	}}
	right := model.Scores{PStance: [3]float32{0.1, 0.9, 0}, Stance: [3]bool{false, true, false}, PSentiment: [3]float32{0, 1, 0}, Sentiment: model.Neutral}
	wrong := model.Scores{PStance: [3]float32{0.2, 0.1, 0}, PSentiment: [3]float32{0.1, 0.8, 0.1}, Sentiment: model.Neutral}
	predictions := []eval.Prediction{
		{ID: "1", Actors: []eval.Given{{Scores: right}, {Scores: right}}, Found: []eval.Found{{Span: [2]int{26, 30}, Scores: right}}},
		{ID: "2", Actors: []eval.Given{{Scores: wrong}}, Found: []eval.Found{{Span: [2]int{6, 8}, Scores: wrong}}},
	}
	figures, err := eval.Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	report := eval.NewReport(eval.ModelID{Name: "m", Version: "1", Hash: "abcdef"}, "test")
	report.Sets = append(report.Sets, figures)
	return report, []eval.Scored{{Set: set, Predictions: predictions}}
}

func TestPageIsWholeAndSelfContained(t *testing.T) {
	report, scored := hand(t)
	var out strings.Builder
	if err := Write(&out, report, scored); err != nil {
		t.Fatal(err)
	}
	html := out.String()
	if loads := regexp.MustCompile(`(?i)(src|href)="[^#]|url\(|@import|<link`).FindString(html); loads != "" {
		t.Errorf("the page loads something: %q", loads)
	}
	if strings.Contains(html, "<script") {
		t.Error("a sentence's text became part of the page's code")
	}
	svgs := regexp.MustCompile(`(?s)<svg.*?</svg>`).FindAllString(html, -1)
	if len(svgs) != 1+4+2 { // languages, reliability, thresholds of the two stances that somebody has
		t.Errorf("%d plots", len(svgs))
	}
	for _, svg := range svgs {
		if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
			t.Errorf("a plot is not well formed: %v", err)
		}
	}
	for _, want := range []string{
		`<mark class="hawkish wrong" title="hawkish, neutral">تهران</mark> رد کرد</p>`, "labelled <b>hawkish, neutral</b>, decided <b>no stance, neutral</b>",
		"not found: <bdi>تهران</bdi>", "found, but not labelled: <bdi>رد</bdi>", "1 of 2 sentences have a wrong label", "majority",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestCurveCountsAtEachThreshold(t *testing.T) {
	_, scored := hand(t)
	precision, recall, f1 := curve(scored[0], model.Conciliatory)
	at := func(points []struct{ X, Y float64 }, x float64) float64 {
		for _, p := range points {
			if p.X == x {
				return p.Y
			}
		}
		return -1
	}
	var p, r, f []struct{ X, Y float64 }
	for _, xy := range precision {
		p = append(p, struct{ X, Y float64 }(xy))
	}
	for _, xy := range recall {
		r = append(r, struct{ X, Y float64 }(xy))
	}
	for _, xy := range f1 {
		f = append(f, struct{ X, Y float64 }(xy))
	}
	// Two conciliatory actors at 0.9 and one without at 0.1.
	for _, c := range []struct{ threshold, precision, recall, f1 float64 }{{0.95, -1, 0, 0}, {0.5, 1, 1, 1}, {0, 2.0 / 3, 1, 0.8}} {
		if at(p, c.threshold) != c.precision || at(r, c.threshold) != c.recall || at(f, c.threshold) != c.f1 {
			t.Errorf("at %v: %v %v %v", c.threshold, at(p, c.threshold), at(r, c.threshold), at(f, c.threshold))
		}
	}
}
