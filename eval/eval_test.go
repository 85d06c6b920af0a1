package eval

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"stance/eval/labelled"
	"stance/model"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name            string
		found, labelled [][2]int
		want            []int
	}{
		{"equal", [][2]int{{0, 4}, {6, 9}}, [][2]int{{0, 4}, {6, 9}}, []int{0, 1}},
		{"nothing in common", [][2]int{{0, 4}}, [][2]int{{4, 9}}, []int{-1}},
		{"two found in one labelled: the longer", [][2]int{{0, 2}, {3, 9}}, [][2]int{{0, 9}}, []int{-1, 0}},
		{"one found over two labelled: the longer", [][2]int{{0, 9}}, [][2]int{{0, 2}, {3, 9}}, []int{1}},
		{"a chain: pairs before overlap", [][2]int{{0, 5}, {6, 20}}, [][2]int{{4, 18}, {19, 22}}, []int{0, 1}},
		{"none", nil, [][2]int{{0, 1}}, []int{}},
	} {
		if got := align(c.found, c.labelled); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// drawnSpans draws spans that do not overlap.
func drawnSpans(rng *rand.Rand) [][2]int {
	var spans [][2]int
	for at := rng.IntN(3); at < 30 && len(spans) < 6; at += rng.IntN(4) {
		end := at + 1 + rng.IntN(5)
		spans = append(spans, [2]int{at, end})
		at = end
	}
	return spans
}

// most is the greatest number of pairs, by trying every choice, and the most that they can have in common.
func most(found, labelled [][2]int, used int) (pairs, common int) {
	if len(found) == 0 {
		return 0, 0
	}
	pairs, common = most(found[1:], labelled, used)
	for j, span := range labelled {
		if o := overlap(found[0], span); o > 0 && used>>j&1 == 0 {
			p, c := most(found[1:], labelled, used|1<<j)
			if p+1 > pairs || p+1 == pairs && c+o > common {
				pairs, common = p+1, c+o
			}
		}
	}
	return pairs, common
}

func TestAlignIsTheBestOfAllChoices(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 2000 {
		found, marked := drawnSpans(rng), drawnSpans(rng)
		pairs, common := 0, 0
		seen := map[int]bool{}
		for i, j := range align(found, marked) {
			if j < 0 {
				continue
			}
			if seen[j] {
				t.Fatalf("%v and %v: %d has two partners", found, marked, j)
			}
			seen[j] = true
			pairs, common = pairs+1, common+overlap(found[i], marked[j])
		}
		if p, c := most(found, marked, 0); p != pairs || c != common {
			t.Fatalf("%v and %v: %d pairs with %d in common, possible are %d with %d", found, marked, pairs, common, p, c)
		}
	}
}

// scores are certain of these stances and this sentiment.
func scores(sentiment int, stance ...int) model.Scores {
	s := model.Scores{Sentiment: sentiment}
	s.PSentiment[sentiment] = 1
	for _, i := range stance {
		s.Stance[i], s.PStance[i] = true, 1
	}
	return s
}

func labels(sentiment int, spans [][2]int, stance ...int) labelled.Actor {
	var flags [3]bool
	for _, i := range stance {
		flags[i] = true
	}
	return labelled.Actor{Spans: spans, Stance: &flags, Sentiment: sentiment}
}

// example is a set of two sentences with figures that can be counted by hand.
func example() (*labelled.Set, []Prediction) {
	set := &labelled.Set{Name: "hand", Hash: "h", Files: 1, Sentences: []labelled.Sentence{
		{ID: "1", Lang: "en", Text: "Iran warned Tavia that it would not wait.", Complete: true, Tags: []string{"wire", "war"}, Actors: []labelled.Actor{
			labels(model.Neutral, [][2]int{{0, 4}, {23, 25}}, model.Hawkish), labels(model.Negative, [][2]int{{12, 17}}),
		}},
		{ID: "2", Lang: "fa", Text: "Oman offered talks if both agree.", Complete: true, Actors: []labelled.Actor{
			labels(model.Positive, [][2]int{{0, 4}}, model.Conciliatory, model.Conditional),
		}},
	}}
	predictions := []Prediction{
		{ID: "1", Actors: []Given{{Scores: scores(model.Neutral, model.Hawkish)}, {Scores: scores(model.Neutral, model.Hawkish)}}, Found: []Found{
			{Span: [2]int{0, 4}, Scores: scores(model.Neutral, model.Hawkish)}, {Span: [2]int{10, 17}, Scores: scores(model.Neutral, model.Hawkish)},
		}},
		{ID: "2", Actors: []Given{{Scores: scores(model.Positive, model.Conciliatory)}}, Found: []Found{
			{Span: [2]int{0, 4}, Scores: scores(model.Positive, model.Conciliatory, model.Conditional)}, {Span: [2]int{22, 26}, Scores: scores(model.Neutral)},
		}},
	}
	return set, predictions
}

func TestScoreCountsRight(t *testing.T) {
	set, predictions := example()
	r, err := Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"mention precision", r.Mention.Precision, 3.0 / 4}, {"mention recall", r.Mention.Recall, 3.0 / 4}, {"mention exact", r.Mention.F1Exact, 2.0 / 4},
		{"hawkish precision", r.Stance.Hawkish.Precision, 1.0 / 2}, {"hawkish recall", r.Stance.Hawkish.Recall, 1}, {"hawkish F1", r.Stance.Hawkish.F1, 2.0 / 3},
		{"conciliatory F1", r.Stance.Conciliatory.F1, 1}, {"conditional F1", r.Stance.Conditional.F1, 0}, {"macro", r.Stance.MacroF1, 5.0 / 9},
		{"exact sets", r.Stance.ExactSet, 1.0 / 3}, {"negative F1", r.Sentiment.Negative.F1, 0}, {"neutral F1", r.Sentiment.Neutral.F1, 2.0 / 3},
		{"sentiment macro", r.Sentiment.MacroF1, 5.0 / 9}, {"F1(P,N)", r.Sentiment.F1PN, 0.5}, {"accuracy", r.Sentiment.Accuracy, 2.0 / 3},
		{"end to end precision", r.EndToEnd.Precision, 2.0 / 4}, {"end to end recall", r.EndToEnd.Recall, 2.0 / 4},
		// Hawkish: two said for certain, one true; conditional: one of three true, none said.
		{"ECE of stance", *r.Calibration.ECEStance, (1.0/3 + 0 + 1.0/3) / 3}, {"ECE of sentiment", *r.Calibration.ECESentiment, 1.0 / 3},
		{"fa conciliatory", r.Lang["fa"].Stance.Conciliatory.F1, 1},
		// Of the labels that nobody in the slice has, there is nothing to average.
		{"macro of a slice without conditional", r.Lang["en"].Stance.MacroF1, 2.0 / 3},
	} {
		if !near(c.got, c.want) {
			t.Errorf("%s is %v, want %v", c.name, c.got, c.want)
		}
	}
	if r.Sentences != 2 || r.Actors != 3 || r.Mentions != 4 || r.Stance.Conditional.Support != 1 {
		t.Errorf("counts: %+v", r.Figures)
	}
	if len(r.Unscored) != 1 || !strings.HasPrefix(r.Unscored[0], "linking") {
		t.Errorf("not scored: %v", r.Unscored)
	}
	if r.Stance.MacroF1CI != nil {
		t.Errorf("two sentences have the interval %v", *r.Stance.MacroF1CI)
	}
	if len(r.Slices) == 0 || r.Slices[0].By != "tag" || r.Slices[0].Slices[1].Name != "wire" || r.Slices[0].Slices[0].Sentences != 1 {
		t.Errorf("slices: %+v", r.Slices)
	}
}

// What a set does not label must be said, not scored.
func TestScoreSaysWhatItCannotScore(t *testing.T) {
	set, predictions := example()
	for i := range set.Sentences {
		set.Sentences[i].Complete = false
		for k := range set.Sentences[i].Actors {
			set.Sentences[i].Actors[k].Stance = nil
		}
	}
	set.Sentences[0].Actors[0].Sentiment = labelled.Unlabelled
	r, err := Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	if r.Mention != nil || r.Stance != nil || r.EndToEnd != nil || r.Calibration.ECEStance != nil || r.Sentiment.Support != 2 {
		t.Errorf("%+v", r.Figures)
	}
	want := []string{"mentions and end to end: 2 of 2 sentences", "stance, end to end and calibration of stance: 3 of 3 actors", "sentiment and its calibration: 1 of 3 actors", "linking:"}
	for i, reason := range want {
		if i >= len(r.Unscored) || !strings.HasPrefix(r.Unscored[i], reason) {
			t.Errorf("not scored: %q, want %q first", r.Unscored, reason)
		}
	}
	if _, err := Score(set, predictions[:1]); err == nil {
		t.Error("predictions of another set were scored")
	}
}

// The worked example of B-cubed: seven mentions of two actors and more.
func TestBCubed(t *testing.T) {
	at := func(n int) place { return place{0, [2]int{n, n + 1}} }
	truth, said := clusters{}, clusters{}
	for i, name := range strings.Fields("a a a b b c") {
		truth.put(at(i), name)
	}
	for i, name := range strings.Fields("x x y y y z") {
		said.put(at(i), name)
	}
	var c counts
	c.bCubed(atLinked, truth, said)
	f := c.bCubedFigures(atLinked)
	// Precision: x 1 1, y 1/3 2/3 2/3, z 1. Recall: a 2/3 2/3 1/3, b 1 1, c 1.
	p, r := (1+1+1.0/3+2.0/3+2.0/3+1)/6, (2.0/3+2.0/3+1.0/3+1+1+1)/6
	if !near(f.Precision, p) || !near(f.Recall, r) || !near(f.F1, 2*p*r/(p+r)) {
		t.Errorf("%+v, want %v and %v", f, p, r)
	}
}

func TestLinkingCountsArticles(t *testing.T) {
	actorOf := func(key, id string, spans ...[2]int) labelled.Actor {
		a := labels(model.Neutral, spans)
		a.Key, a.ID = key, id
		return a
	}
	set := &labelled.Set{Name: "article", Sentences: []labelled.Sentence{
		{ID: "1", Lang: "en", Article: "a", Text: "Rae met Ost.", Complete: true, Actors: []labelled.Actor{actorOf("rae", "p.rae", [2]int{0, 3}), actorOf("ost", "", [2]int{8, 11})}},
		{ID: "2", Lang: "en", Article: "a", Text: "He went.", Complete: true, Actors: []labelled.Actor{actorOf("rae", "p.rae", [2]int{0, 2})}},
		{ID: "3", Lang: "en", Article: "a", Text: "\"Gone.\"", Complete: true, Speaker: &labelled.Actor{Key: "ost", Sentiment: labelled.Unlabelled}},
	}}
	given := func(ids ...string) []Given { return []Given{{Scores: scores(model.Neutral), Linked: ids}} }
	predictions := []Prediction{
		{ID: "1", Actors: append(given("p.rae"), given("x.1")...), Found: []Found{{Span: [2]int{0, 3}, Actor: "p.rae"}, {Span: [2]int{4, 7}, Actor: "x.2"}}},
		{ID: "2", Actors: given("pronoun:he"), Found: []Found{}},
		{ID: "3", Speaker: &GivenSpeaker{Linked: "x.1"}, Found: []Found{}},
	}
	r, err := Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	l := r.Linking
	// Given: Rae alone, Ost with the speaker, the pronoun by itself: nothing wrong is joined, half of Rae is missing.
	if l.Mentions != 4 || !near(l.Given.Precision, 1) || !near(l.Given.Recall, (0.5+1+0.5+1)/4) {
		t.Errorf("given: %+v", l.Given)
	}
	// Found: Rae's name and a word that is nobody.
	if !near(l.Found.Precision, 0.5) || !near(l.Found.Recall, 0.5/4) {
		t.Errorf("found: %+v", l.Found)
	}
	if l.RegistrySupport != 2 || !near(*l.Registry, 0.5) {
		t.Errorf("registry: %v of %d", *l.Registry, l.RegistrySupport)
	}
}

// many is a set of n sentences in which reader B is right more often than reader A.
func many(n int, rightA, rightB float64) (*labelled.Set, []Prediction, []Prediction) {
	rng := rand.New(rand.NewPCG(3, 3))
	set := &labelled.Set{Name: "many"}
	var a, b []Prediction
	for i := range n {
		id := fmt.Sprint(i)
		stance := i % 3
		set.Sentences = append(set.Sentences, labelled.Sentence{ID: id, Lang: "en", Text: "Iran left.", Actors: []labelled.Actor{labels(model.Neutral, [][2]int{{0, 4}}, stance)}})
		said := func(right float64) Prediction {
			if rng.Float64() < right {
				return Prediction{ID: id, Actors: []Given{{Scores: scores(model.Neutral, stance)}}}
			}
			return Prediction{ID: id, Actors: []Given{{Scores: scores(model.Neutral, (stance+1)%3)}}}
		}
		a, b = append(a, said(rightA)), append(b, said(rightB))
	}
	return set, a, b
}

// About 95 of 100 intervals must hold the true value.
func TestIntervalsHoldTheTruth(t *testing.T) {
	const right, trials = 0.8, 200 // each label's expected F1 is its share of right answers
	held := 0
	for i := range trials {
		rng := rand.New(rand.NewPCG(uint64(i), 9))
		var clusters []sparse
		for k := range 300 {
			var c counts
			said := k % 3
			if rng.Float64() >= right {
				said = (said + 1) % 3
			}
			c[atStance+8*(1<<(k%3))+(1<<said)] = 1
			clusters = append(clusters, c.sparse())
		}
		if ci := withIntervals(clusters).Stance.MacroF1CI; ci[0] <= right && right <= ci[1] {
			held++
		}
	}
	if held < 180 || held > 199 {
		t.Errorf("%d of %d intervals hold the true value, want about 190", held, trials)
	}
}

func TestCompareSaysWhichIsBetter(t *testing.T) {
	set, a, b := many(300, 0.6, 0.8)
	c, err := Compare(set, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if v := c.All.Verdict; !strings.HasPrefix(v, "B is better: stance macro-F1") || c.Lang["en"].Verdict != v {
		t.Errorf("%q", v)
	}
	if c, _ = Compare(set, b, a); !strings.HasPrefix(c.All.Verdict, "A is better") {
		t.Errorf("%q", c.All.Verdict)
	}
	c, _ = Compare(set, a, a)
	if v := c.All.Verdict; !strings.HasPrefix(v, "no difference that 300 sentences can show") || c.All.Stance.P != 1 || c.All.Differences[0].CI != (Interval{}) {
		t.Errorf("%q", v)
	}
	few, a5, b5 := many(5, 0.6, 0.8)
	if c, _ = Compare(few, a5, b5); !strings.HasPrefix(c.All.Verdict, "5 sentences are too few to tell") {
		t.Errorf("%q", c.All.Verdict)
	}
	if _, err := Compare(set, a, b[1:]); err == nil {
		t.Error("predictions of different sets were compared")
	}
}

// The exact test on counts whose probability is known: 1 against 9 of ten coins is 22/1024.
func TestMcNemar(t *testing.T) {
	set, a, b := many(10, 0, 0)
	for i := range 9 {
		b[i].Actors[0].Stance = *set.Sentences[i].Actors[0].Stance
	}
	a[9].Actors[0].Stance = *set.Sentences[9].Actors[0].Stance
	c, err := Compare(set, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if m := c.All.Stance; m.OnlyA != 1 || m.OnlyB != 9 || !near(m.P, 22.0/1024) {
		t.Errorf("%+v", m)
	}
}

func TestBaselines(t *testing.T) {
	set, predictions := example()
	blind := scores(model.Neutral, model.Hawkish, model.Conciliatory)
	for i := range predictions {
		predictions[i].blind = &blind
	}
	byName := map[string]Baseline{}
	for _, b := range baselines(set.Sentences, predictions) {
		byName[b.Name] = b
	}
	if b := byName["target-blind"]; b.Stance.Hawkish.Predicted != 3 || b.Stance.Hawkish.Support != 1 {
		t.Errorf("target-blind: %+v", b.Stance)
	}
	if b := byName["majority"]; b.Stance.MacroF1 != 0 || b.Sentiment.Negative.Predicted != 3 { // one of each; the first wins
		t.Errorf("majority: %+v %+v", b.Stance, b.Sentiment)
	}
	if b := byName["lexicon"]; b.Stance.Hawkish.F1 != 1 || b.Sentences != 2 {
		t.Errorf("lexicon: %+v", b.Stance)
	}
	if b := byName["prior"]; b.Actors != 3 || b.Mention != nil {
		t.Errorf("prior: %+v", b.Figures)
	}
}

func TestPredictionsRoundTrip(t *testing.T) {
	_, predictions := example()
	predictions[0].Actors[0].Linked = []string{"x.1", "pronoun:it"}
	predictions[0].Speaker = &GivenSpeaker{Scores: scores(model.Neutral), Linked: "x.1"}
	predictions[1].Actors[0].PStance = [3]float32{0.1, 1.0 / 3, 0.7}
	var file bytes.Buffer
	if err := WritePredictions(&file, "hand", "abc", predictions); err != nil {
		t.Fatal(err)
	}
	hash, bySet, err := ReadPredictions("p.jsonl", &file)
	if err != nil || hash != "abc" {
		t.Fatal(hash, err)
	}
	for _, want := range predictions {
		if got := bySet["hand"][want.ID]; !reflect.DeepEqual(got, want) {
			t.Errorf("%+v\n%+v", got, want)
		}
	}
	for _, bad := range []string{`{"id":1}`, `{"id":"a","actors":[{"stance":["x"],"sentiment":"neutral"}]}`, `{"id":"a","actors":[{"stance":[],"sentiment":""}]}`} {
		if _, _, err := ReadPredictions("p.jsonl", strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "p.jsonl: prediction 1") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestGate(t *testing.T) {
	set, predictions := example()
	r, err := Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	gate, err := ParseGate([]byte(`{"about":"","sets":[{"set":"hand","expect":{
		"mention.f1":{"value":0.75,"tolerance":0.01}, "lang.fa.stance.conciliatory.f1":{"value":0.5,"tolerance":0.01},
		"stance.macro_f1":{"value":0.6,"tolerance":0.01}, "calibration.ece_stance":{"value":0.1,"tolerance":0.01}}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	outcomes, err := gate.Sets[0].Check(r)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]GateState{"mention.f1": AsExpected, "lang.fa.stance.conciliatory.f1": Better, "stance.macro_f1": Worse, "calibration.ece_stance": Worse}
	for _, o := range outcomes {
		if o.State != want[o.Figure] {
			t.Errorf("%s: %v", o.Figure, o.State)
		}
	}
	if gate.Sets[0].Update(outcomes); gate.Sets[0].Expect["stance.macro_f1"].Value != 0.555 {
		t.Errorf("updated to %v", gate.Sets[0].Expect)
	}
	gate.Sets[0].Expect["no.such"] = Expectation{1, 1}
	if _, err := gate.Sets[0].Check(r); err == nil || !strings.Contains(err.Error(), "no.such") {
		t.Errorf("a figure that is not there: %v", err)
	}
	for _, bad := range []string{`{}`, `x`, `{"sets":[{"set":"","expect":{"a":{"value":1,"tolerance":1}}}]}`, `{"sets":[{"set":"x","expect":{"a":{"value":1}}}]}`, `{"sets":[{"set":"x","expects":{}}]}`} {
		if _, err := ParseGate([]byte(bad)); err == nil {
			t.Errorf("%s was taken for a gate", bad)
		}
	}
}

func TestAgree(t *testing.T) {
	first, _ := example()
	second, _ := example()
	for i := range first.Sentences {
		first.Sentences[i].Lang, second.Sentences[i].Lang = "en", "en"
	}
	a := second.Sentences[0].Actors
	a[0].Spans, a[1].Spans = [][2]int{{0, 4}}, [][2]int{{10, 17}} // the pronoun missed, another span
	a[1].Sentiment = model.Neutral
	second.Sentences[1].Actors[0].Stance = &[3]bool{false, true, false}
	got, err := Agree(first, second)
	if err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
	g := got[0]
	if g.Sentences != 2 || g.Mentions != [2]int{4, 3} || g.Paired != 3 || !near(g.MentionF1, 6.0/7) {
		t.Errorf("%+v", g)
	}
	// Stance: H H, none none, CD C: two of three equal; by chance 1/9 + 1/9. Sentiment: 0 0, n 0, p p.
	if !near(g.Stance.Kappa, (2.0/3-2.0/9)/(1-2.0/9)) || !near(g.Sentiment.Kappa, (2.0/3-3.0/9)/(1-3.0/9)) {
		t.Errorf("%+v %+v", g.Stance, g.Sentiment)
	}
	second.Sentences[0].Text = "another"
	if _, err := Agree(first, second); err == nil {
		t.Error("labels of different texts were compared")
	}
}
