package eval

import "stance/model"

// Interval is a 95 % bootstrap interval, [low, high].
type Interval [2]float64

// Figures are the scores of a set, a language or a slice. A part is absent where the labels
// that it needs are.
type Figures struct {
	Sentences int `json:"sentences"`
	Actors    int `json:"actors"`
	Mentions  int `json:"mentions"`

	Mention     *MentionFigures     `json:"mention,omitempty"`
	Stance      *StanceFigures      `json:"stance,omitempty"`
	Sentiment   *SentimentFigures   `json:"sentiment,omitempty"`
	EndToEnd    *EndToEndFigures    `json:"end_to_end,omitempty"`
	Calibration *CalibrationFigures `json:"calibration,omitempty"`
	Speaker     *StanceFigures      `json:"speaker,omitempty"` // stance of speakers who are not named
	Linking     *LinkingFigures     `json:"linking,omitempty"`

	// Unscored says which parts are absent and why, a sentence each.
	Unscored []string `json:"unscored,omitempty"`
}

// MentionFigures say how well mentions are found. A found mention counts where it overlaps a
// labelled one, each with one partner at most; F1Exact counts equal spans only.
type MentionFigures struct {
	Precision float64   `json:"precision"`
	Recall    float64   `json:"recall"`
	F1        float64   `json:"f1"`
	F1CI      *Interval `json:"f1_ci95,omitempty"`
	F1Exact   float64   `json:"f1_exact"`
}

// LabelFigures are those of one label.
type LabelFigures struct {
	Precision float64   `json:"precision"`
	Recall    float64   `json:"recall"`
	F1        float64   `json:"f1"`
	F1CI      *Interval `json:"f1_ci95,omitempty"`
	Support   int       `json:"support"`
	Predicted int       `json:"predicted"`
}

// StanceFigures are over given mentions, actor by actor. MacroF1 is the mean over the labels that
// somebody has, by label or by decision. Confusion counts actors by labelled set (row) and decided
// one, a set being a number: 1 hawkish, 2 conciliatory, 4 conditional, added.
type StanceFigures struct {
	Hawkish      LabelFigures `json:"hawkish"`
	Conciliatory LabelFigures `json:"conciliatory"`
	Conditional  LabelFigures `json:"conditional"`
	MacroF1      float64      `json:"macro_f1"`
	MacroF1CI    *Interval    `json:"macro_f1_ci95,omitempty"`
	ExactSet     float64      `json:"exact_set"` // share of actors with exactly the labelled stances
	Support      int          `json:"support"`   // actors whose stance is labelled
	Confusion    [8][8]int    `json:"confusion"`
}

// SentimentFigures are over given mentions, actor by actor. F1PN is the mean of negative and
// positive (RuSentNE's figure); MacroF1 is NewsMTSC's F1m. Confusion has a row for each label.
type SentimentFigures struct {
	Negative  LabelFigures `json:"negative"`
	Neutral   LabelFigures `json:"neutral"`
	Positive  LabelFigures `json:"positive"`
	MacroF1   float64      `json:"macro_f1"`
	MacroF1CI *Interval    `json:"macro_f1_ci95,omitempty"`
	F1PN      float64      `json:"f1_pn"`
	F1PNCI    *Interval    `json:"f1_pn_ci95,omitempty"`
	Accuracy  float64      `json:"accuracy"`
	Support   int          `json:"support"`
	Confusion [3][3]int    `json:"confusion"`
}

// EndToEndFigures count a found mention where its partner has exactly the stances decided.
type EndToEndFigures struct {
	Precision float64   `json:"precision"`
	Recall    float64   `json:"recall"`
	F1        float64   `json:"f1"`
	F1CI      *Interval `json:"f1_ci95,omitempty"`
}

// CalibrationFigures are expected calibration errors over ten equally wide bins: of stance the
// mean over the labels' probabilities; of sentiment that of the likeliest label.
type CalibrationFigures struct {
	ECEStance    *float64 `json:"ece_stance,omitempty"`
	ECESentiment *float64 `json:"ece_sentiment,omitempty"`

	StanceBins    [3][bins]Bin `json:"-"`
	SentimentBins [bins]Bin    `json:"-"`
}

// Bin is one bin of probability: how many, their mean probability, and the share that came true.
type Bin struct {
	N          int
	Mean, Rate float64
}

// LinkingFigures say how well mentions are joined to actors. Given and Found are B-cubed over
// labelled and over found mentions; Registry is the share of mentions with a registry id to which
// the linker gave that id.
type LinkingFigures struct {
	Given           BCubed   `json:"given"`
	Found           BCubed   `json:"found"`
	Mentions        int      `json:"mentions"`
	Registry        *float64 `json:"registry,omitempty"`
	RegistrySupport int      `json:"registry_support"`
}

// BCubed is precision, recall and F1 over mentions.
type BCubed struct {
	Precision float64   `json:"precision"`
	Recall    float64   `json:"recall"`
	F1        float64   `json:"f1"`
	F1CI      *Interval `json:"f1_ci95,omitempty"`
}

// figures makes the scores of the counts. A ratio without cases is 0.
func (c *counts) figures() Figures {
	f := Figures{Sentences: int(c[atSentences]), Actors: int(c[atActors]), Mentions: int(c[atMentions])}
	if hits := c[atFound+2]; c[atFound]+c[atFound+1] > 0 {
		p, r, f1 := prf(hits, c[atFound], c[atFound+1])
		_, _, exact := prf(c[atFound+3], c[atFound], c[atFound+1])
		f.Mention = &MentionFigures{Precision: p, Recall: r, F1: f1, F1Exact: exact}
	}
	f.Stance = c.stance(atStance)
	f.Speaker = c.stance(atSpeaker)
	f.Sentiment = c.sentiment()
	if f.Mention != nil && f.Stance != nil {
		p, r, f1 := prf(c[atEndToEnd+2], c[atEndToEnd], c[atEndToEnd+1])
		f.EndToEnd = &EndToEndFigures{Precision: p, Recall: r, F1: f1}
	}
	f.Calibration = c.calibration(&f)
	f.Linking = c.links()
	return f
}

// prf gives precision, recall and F1 of hits among found and labelled ones.
func prf(hits, found, labelled float64) (p, r, f1 float64) {
	return ratio(hits, found), ratio(hits, labelled), ratio(2*hits, found+labelled)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// labelFigures are those of a label with so many hits among so many decided and labelled ones.
func labelFigures(hits, decided, labelled float64) LabelFigures {
	p, r, f1 := prf(hits, decided, labelled)
	return LabelFigures{Precision: p, Recall: r, F1: f1, Support: int(labelled), Predicted: int(decided)}
}

// macro is the mean F1 of the labels that somebody has.
func macro(labels ...LabelFigures) float64 {
	sum, n := 0.0, 0.0
	for _, l := range labels {
		if l.Support+l.Predicted > 0 {
			sum += l.F1
			n++
		}
	}
	return ratio(sum, n)
}

func (c *counts) stance(at int) *StanceFigures {
	var f StanceFigures
	var hits, decided, labelled [3]float64
	exact := 0.0
	for gold := range 8 {
		for said := range 8 {
			n := c[at+8*gold+said]
			f.Confusion[gold][said] = int(n)
			f.Support += int(n)
			if gold == said {
				exact += n
			}
			for i := range 3 {
				if gold>>i&1 == 1 {
					labelled[i] += n
				}
				if said>>i&1 == 1 {
					decided[i] += n
				}
				if gold&said>>i&1 == 1 {
					hits[i] += n
				}
			}
		}
	}
	if f.Support == 0 {
		return nil
	}
	f.Hawkish = labelFigures(hits[model.Hawkish], decided[model.Hawkish], labelled[model.Hawkish])
	f.Conciliatory = labelFigures(hits[model.Conciliatory], decided[model.Conciliatory], labelled[model.Conciliatory])
	f.Conditional = labelFigures(hits[model.Conditional], decided[model.Conditional], labelled[model.Conditional])
	f.MacroF1 = macro(f.Hawkish, f.Conciliatory, f.Conditional)
	f.ExactSet = exact / float64(f.Support)
	return &f
}

func (c *counts) sentiment() *SentimentFigures {
	var f SentimentFigures
	var hits, decided, labelled [3]float64
	right := 0.0
	for gold := range 3 {
		for said := range 3 {
			n := c[atSentiment+3*gold+said]
			f.Confusion[gold][said] = int(n)
			f.Support += int(n)
			labelled[gold] += n
			decided[said] += n
			if gold == said {
				hits[gold] = n
				right += n
			}
		}
	}
	if f.Support == 0 {
		return nil
	}
	f.Negative = labelFigures(hits[model.Negative], decided[model.Negative], labelled[model.Negative])
	f.Neutral = labelFigures(hits[model.Neutral], decided[model.Neutral], labelled[model.Neutral])
	f.Positive = labelFigures(hits[model.Positive], decided[model.Positive], labelled[model.Positive])
	f.MacroF1 = macro(f.Negative, f.Neutral, f.Positive)
	f.F1PN = (f.Negative.F1 + f.Positive.F1) / 2
	f.Accuracy = right / float64(f.Support)
	return &f
}

func (c *counts) calibration(f *Figures) *CalibrationFigures {
	var out CalibrationFigures
	if f.Stance != nil {
		ece := 0.0
		for i := range 3 {
			var one float64
			out.StanceBins[i], one = c.bins(atStanceBins + i*bins*3)
			ece += one / 3
		}
		out.ECEStance = &ece
	}
	if f.Sentiment != nil {
		var ece float64
		out.SentimentBins, ece = c.bins(atSentBins)
		out.ECESentiment = &ece
	}
	if out.ECEStance == nil && out.ECESentiment == nil {
		return nil
	}
	return &out
}

// bins reads bins and their expected calibration error: the mean distance of what was said and
// what came true, weighted by how many there are.
func (c *counts) bins(at int) (out [bins]Bin, ece float64) {
	total := 0.0
	for i := range out {
		n, sum, right := c[at+3*i], c[at+3*i+1], c[at+3*i+2]
		out[i] = Bin{N: int(n), Mean: ratio(sum, n), Rate: ratio(right, n)}
		total += n
		ece += max(sum-right, right-sum)
	}
	return out, ratio(ece, total)
}

func (c *counts) links() *LinkingFigures {
	if c[atLinked+3] == 0 {
		return nil
	}
	f := LinkingFigures{
		Given: c.bCubedFigures(atLinked), Found: c.bCubedFigures(atLinkedE2E),
		Mentions: int(c[atLinked+3]), RegistrySupport: int(c[atRegistry]),
	}
	if c[atRegistry] > 0 {
		share := c[atRegistry+1] / c[atRegistry]
		f.Registry = &share
	}
	return &f
}

func (c *counts) bCubedFigures(at int) BCubed {
	p, r := ratio(c[at], c[at+1]), ratio(c[at+2], c[at+3])
	return BCubed{Precision: p, Recall: r, F1: ratio(2*p*r, p+r)}
}
