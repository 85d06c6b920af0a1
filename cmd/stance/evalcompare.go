package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"stance/eval"
	"stance/eval/labelled"
)

// bundledName stands for the model in the program.
const bundledName = "bundled"

// comparison is what `stance eval --compare --json` prints.
type comparison struct {
	A       eval.ModelID          `json:"a"`
	B       eval.ModelID          `json:"b"`
	Program string                `json:"program"`
	Sets    []*eval.SetComparison `json:"sets"`
}

// runCompare carries out `stance eval --compare A B SET...`.
func runCompare(ctx context.Context, opts evalOptions, stdout, stderr io.Writer) error {
	sets, err := readSets(opts, opts.Sets[2:], stderr)
	if err != nil {
		return err
	}
	idA, a, err := opinions(ctx, opts, opts.Sets[0], sets)
	if err != nil {
		return err
	}
	idB, b, err := opinions(ctx, opts, opts.Sets[1], sets)
	if err != nil {
		return err
	}
	out := comparison{A: idA, B: idB, Program: programVersion()}
	for i, set := range sets {
		one, err := eval.Compare(set, a[i], b[i])
		if err != nil {
			return err
		}
		out.Sets = append(out.Sets, one)
	}
	if opts.JSON {
		err = printJSON(stdout, out)
	} else {
		err = printComparison(stdout, &out)
	}
	if err != nil {
		return err
	}
	return rejected(sets)
}

// opinions are what one side says of each set: a model that scores them now, or a file of predictions.
func opinions(ctx context.Context, opts evalOptions, name string, sets []*labelled.Set) (eval.ModelID, [][]eval.Prediction, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return fromFile(name, sets)
	}
	if name != bundledName {
		opts.model.Dir = name
	}
	reader, err := openReader(&opts)
	if err != nil {
		return eval.ModelID{}, nil, err
	}
	defer reader.Close()
	var all [][]eval.Prediction
	for _, set := range sets {
		predictions, err := reader.predict(ctx, set)
		if err != nil {
			return eval.ModelID{}, nil, err
		}
		all = append(all, predictions)
	}
	return reader.id, all, nil
}

// fromFile reads predictions and puts them into the order of the sets.
func fromFile(path string, sets []*labelled.Set) (eval.ModelID, [][]eval.Prediction, error) {
	f, err := os.Open(path)
	if err != nil {
		return eval.ModelID{}, nil, usagef("the predictions cannot be read: %w", err)
	}
	defer f.Close()
	hash, bySet, err := eval.ReadPredictions(path, f)
	if err != nil {
		return eval.ModelID{}, nil, err
	}
	var all [][]eval.Prediction
	for _, set := range sets {
		var predictions []eval.Prediction
		for _, s := range set.Sentences {
			p, ok := bySet[set.Name][s.ID]
			if !ok {
				return eval.ModelID{}, nil, fmt.Errorf("%s has no prediction of the sentence %q of the set %s: write it with --predictions over the same set", path, s.ID, set.Name)
			}
			predictions = append(predictions, p)
		}
		all = append(all, predictions)
	}
	return eval.ModelID{Name: filepath.Base(path), Hash: hash}, all, nil
}

func printComparison(out io.Writer, c *comparison) error {
	fmt.Fprintf(out, "A: %s\nB: %s\n", idName(c.A), idName(c.B))
	for _, set := range c.Sets {
		fmt.Fprintf(out, "\n%s, %d sentences\n", set.Set, set.All.Sentences)
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "  figure\tA\tB\tB - A\t95 %")
		for _, d := range set.All.Differences {
			fmt.Fprintf(w, "  %s\t%.3f\t%.3f\t%+.3f\t[%+.3f, %+.3f]\n", d.Figure, d.A, d.B, d.Diff, d.CI[0], d.CI[1])
		}
		if err := w.Flush(); err != nil {
			return err
		}
		fmt.Fprintf(out, "  all  %s\n", set.All.Verdict)
		for _, lang := range labelled.InOrder(set.Lang) {
			fmt.Fprintf(out, "  %-4s %s\n", lang, set.Lang[lang].Verdict)
		}
		if n := len(set.Lang); n > 4 {
			fmt.Fprintf(out, "  (Of %d languages, about one in twenty looks different by chance.)\n", n)
		}
	}
	return nil
}

// idName says which model it is; one from a file of predictions has a hash only.
func idName(id eval.ModelID) string {
	return fmt.Sprintf("%s %s (%.12s)", id.Name, id.Version, id.Hash)
}
