package datasets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stance/eval"
	"stance/eval/labelled"
)

// What a language of gold must have at least.
const (
	trainSentences, devSentences, testSentences = 500, 80, 120
	shareOfNegative, shareOfPositive            = 0.12, 0.08 // of actors, over all splits
	timesOfRule                                 = 15         // each of the codebook's hard cases, by its tag
)

func read(t *testing.T, path string) *labelled.Set {
	t.Helper()
	set, err := labelled.Read(path, labelled.Unknown)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// public is the training data of other projects, on machines that have it.
func public(t *testing.T) []*labelled.Set {
	path := filepath.Join("..", "..", "shared", "data", "annotated")
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	return []*labelled.Set{read(t, path)}
}

func TestGoldIsFit(t *testing.T) {
	set := read(t, "gold")
	for _, problem := range labelled.Check(set, append(public(t), read(t, "articles"))...) {
		t.Error(problem)
	}
	type total struct{ train, dev, test, actors, negative, positive int }
	totals, rules := map[string]*total{}, map[string]map[string]int{}
	for _, m := range labelled.Mixes(set) {
		if totals[m.Lang] == nil {
			totals[m.Lang], rules[m.Lang] = &total{}, map[string]int{}
		}
		sum := totals[m.Lang]
		switch m.Split {
		case "train":
			sum.train = m.Sentences
		case "dev":
			sum.dev = m.Sentences
		case "test":
			sum.test = m.Sentences
		}
		sum.actors, sum.negative, sum.positive = sum.actors+m.Actors, sum.negative+m.Sentiment[0], sum.positive+m.Sentiment[2]
		for tag, n := range m.Tags {
			rules[m.Lang][tag] += n
		}
	}
	for _, lang := range labelled.Languages {
		sum := totals[lang]
		if sum == nil {
			t.Errorf("%s has no sentence", lang)
			continue
		}
		if sum.train < trainSentences || sum.dev < devSentences || sum.test < testSentences {
			t.Errorf("%s has %d, %d and %d sentences in train, dev and test", lang, sum.train, sum.dev, sum.test)
		}
		if n := float64(sum.actors); float64(sum.negative) < shareOfNegative*n || float64(sum.positive) < shareOfPositive*n {
			t.Errorf("%s: of %d actors only %d negative and %d positive", lang, sum.actors, sum.negative, sum.positive)
		}
		for _, rule := range strings.Fields("r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r14") {
			if rules[lang][rule] < timesOfRule {
				t.Errorf("%s has the hard case %s %d times", lang, rule, rules[lang][rule])
			}
		}
	}
}

// The sets for training alone: no sentence of theirs may be near to one that measures.
func TestTrainingSetsAreFit(t *testing.T) {
	others := append(public(t), read(t, "gold"), read(t, "articles"))
	for _, name := range []string{"plain", "news", "wire", "hard", "desk"} {
		set := read(t, name)
		for _, problem := range labelled.Check(set, others...) {
			t.Error(problem)
		}
		for _, s := range set.Sentences {
			if s.Split != "train" {
				t.Errorf("%s of %s is in the split %q", s.ID, name, s.Split)
			}
		}
		others = append(others, set)
	}
}

func TestArticlesAreFit(t *testing.T) {
	set := read(t, "articles")
	for _, problem := range labelled.Check(set) {
		t.Error(problem)
	}
	articles := map[string]map[string]bool{}
	for _, s := range set.Sentences {
		if articles[s.Lang] == nil {
			articles[s.Lang] = map[string]bool{}
		}
		articles[s.Lang][s.Article] = true
		for i, a := range s.Actors {
			if a.Key == "" || s.Article == "" {
				t.Errorf("%s:%d: actor %d of article %q has the key %q", s.Path, s.Line, i+1, s.Article, a.Key)
			}
		}
	}
	all := 0
	for _, lang := range labelled.Languages {
		n := len(articles[lang])
		all += n
		least := 2
		if strings.Contains(" en fa prs ar he ru ", " "+lang+" ") {
			least = 5
		}
		if n < least {
			t.Errorf("%s has %d articles", lang, n)
		}
	}
	if all < 60 {
		t.Errorf("there are %d articles", all)
	}
}

// What two annotators must agree on at least, in each language.
const (
	leastSentences = 20 // a tenth of dev and test
	leastMentionF1 = 0.9
	leastKappa     = 0.8 // of stance
)

func TestAnnotatorsAgree(t *testing.T) {
	for _, folder := range []string{"agreement", "agreement/training"} {
		agreements, err := eval.Agree(read(t, folder+"/first"), read(t, folder+"/second"))
		if err != nil {
			t.Fatal(err)
		}
		if len(agreements) != len(labelled.Languages) {
			t.Errorf("%s: %d of %d languages were labelled twice", folder, len(agreements), len(labelled.Languages))
		}
		for _, a := range agreements {
			if a.Sentences < leastSentences || a.MentionF1 < leastMentionF1 || a.Stance.Kappa < leastKappa {
				t.Errorf("%s: %+v", folder, a)
			}
		}
	}
}
