package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"stance/eval"
	"stance/eval/labelled"
)

// printReport prints the figures as tables for people, one a set.
func printReport(out io.Writer, r *eval.Report) error {
	fmt.Fprintf(out, "model %s, program %s; brackets are 95 %% bootstrap intervals\n", idName(r.Model), r.Program)
	for _, set := range r.Sets {
		fmt.Fprintf(out, "\n%s: %d sentences, %d actors, %d mentions (sha256 %.12s)\n", set.Set, set.Sentences, set.Actors, set.Mentions, set.Hash)
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "\tactors\tmention\texact\tstance\t\thawkish\tconcil.\tcondit.\tsentiment\t\tend to end\tECE stance\tsentiment")
		printRow(w, "model", &set.Figures)
		for _, lang := range labelled.InOrder(set.Lang) {
			if len(set.Lang) > 1 {
				printRow(w, "  "+lang, set.Lang[lang])
			}
		}
		for _, b := range set.Baselines {
			printRow(w, baselineName(&b, set), &b.Figures)
		}
		if err := w.Flush(); err != nil {
			return err
		}
		printExtra(out, set)
	}
	return nil
}

// baselineName says of a baseline that does not know all of the set's languages which it knows.
func baselineName(b *eval.Baseline, set *eval.SetReport) string {
	if len(b.Lang) == len(set.Lang) {
		return b.Name
	}
	return fmt.Sprintf("%s %v", b.Name, labelled.InOrder(b.Lang))
}

func printRow(w io.Writer, name string, f *eval.Figures) {
	fmt.Fprintf(w, "%s\t%d", name, f.Actors)
	if m := f.Mention; m != nil {
		fmt.Fprintf(w, "\t%.3f\t%.3f", m.F1, m.F1Exact)
	} else {
		fmt.Fprint(w, "\t-\t-")
	}
	if s := f.Stance; s != nil {
		fmt.Fprintf(w, "\t%.3f\t%s\t%s\t%s\t%s", s.MacroF1, interval(s.MacroF1CI), label(s.Hawkish), label(s.Conciliatory), label(s.Conditional))
	} else {
		fmt.Fprint(w, "\t-\t\t-\t-\t-")
	}
	if s := f.Sentiment; s != nil {
		fmt.Fprintf(w, "\t%.3f\t%s", s.MacroF1, interval(s.MacroF1CI))
	} else {
		fmt.Fprint(w, "\t-\t")
	}
	if e := f.EndToEnd; e != nil {
		fmt.Fprintf(w, "\t%.3f", e.F1)
	} else {
		fmt.Fprint(w, "\t-")
	}
	if c := f.Calibration; c != nil {
		fmt.Fprintf(w, "\t%s\t%s\n", optional(c.ECEStance), optional(c.ECESentiment))
	} else {
		fmt.Fprint(w, "\t-\t-\n")
	}
}

func interval(ci *eval.Interval) string {
	if ci == nil {
		return ""
	}
	return fmt.Sprintf("[%.3f, %.3f]", ci[0], ci[1])
}

// label is the F1 of a label that somebody has.
func label(l eval.LabelFigures) string {
	if l.Support+l.Predicted == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", l.F1)
}

func optional(value *float64) string {
	if value == nil {
		return "-"
	}
	return fmt.Sprintf("%.3f", *value)
}

// printExtra prints what only some sets have, and what could not be scored.
func printExtra(out io.Writer, set *eval.SetReport) {
	if s := set.Sentiment; s != nil {
		fmt.Fprintf(out, "sentiment: F1(P,N) %.3f %s, accuracy %.3f; negative %s, neutral %s, positive %s\n",
			s.F1PN, interval(s.F1PNCI), s.Accuracy, label(s.Negative), label(s.Neutral), label(s.Positive))
	}
	if s := set.Stance; s != nil {
		fmt.Fprintf(out, "stance: %.3f of %d actors have exactly the labelled stances\n", s.ExactSet, s.Support)
	}
	if s := set.Speaker; s != nil {
		fmt.Fprintf(out, "speakers who are not named: stance macro-F1 %.3f over %d\n", s.MacroF1, s.Support)
	}
	if l := set.Linking; l != nil {
		fmt.Fprintf(out, "linking, %d mentions: B³ %.3f %s given, %.3f %s found", l.Mentions, l.Given.F1, interval(l.Given.F1CI), l.Found.F1, interval(l.Found.F1CI))
		if l.Registry != nil {
			fmt.Fprintf(out, "; %.3f of %d get the right registry id", *l.Registry, l.RegistrySupport)
		}
		fmt.Fprintln(out)
	}
	for _, reason := range set.Unscored {
		fmt.Fprintf(out, "not scored: %s\n", reason)
	}
	if set.Rejects > 0 {
		fmt.Fprintf(out, "rejects: %d lines could not be used\n", set.Rejects)
	}
}
