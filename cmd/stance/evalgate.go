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

// runGate carries out `stance eval --quality-gate FILE`.
func runGate(ctx context.Context, opts evalOptions, stdout, stderr io.Writer) error {
	data, err := os.ReadFile(opts.Gate)
	if err != nil {
		return usagef("the quality gate cannot be read: %w", err)
	}
	gate, err := eval.ParseGate(data)
	if err != nil {
		return usageError{fmt.Errorf("%s: %w", opts.Gate, err)}
	}
	reader, err := openReader(&opts)
	if err != nil {
		return err
	}
	defer reader.Close()
	var outcomes []eval.Outcome
	var sets []*labelled.Set
	for i := range gate.Sets {
		expected := &gate.Sets[i]
		opts.Split = expected.Split
		read, err := readSets(opts, []string{filepath.Join(filepath.Dir(opts.Gate), expected.Set)}, stderr)
		if err != nil {
			return err
		}
		predictions, err := reader.predict(ctx, read[0])
		if err != nil {
			return err
		}
		report, err := eval.Score(read[0], predictions)
		if err != nil {
			return err
		}
		checked, err := expected.Check(report)
		if err != nil {
			return err
		}
		expected.Update(checked)
		sets, outcomes = append(sets, read...), append(outcomes, checked...)
	}
	if err := printGate(stdout, outcomes); err != nil {
		return err
	}
	if opts.Update {
		return writeFile(opts.Gate, func(w io.Writer) error { return printJSON(w, gate) })
	}
	if worse := count(outcomes, eval.Worse); worse > 0 {
		return fmt.Errorf("%d of %d figures are worse than %s allows", worse, len(outcomes), opts.Gate)
	}
	if better := count(outcomes, eval.Better); better > 0 {
		fmt.Fprintf(stderr, "stance: %d figures are better than expected by more than their tolerance: raise the expectations with --update\n", better)
	}
	return rejected(sets)
}

func count(outcomes []eval.Outcome, state eval.GateState) (n int) {
	for _, o := range outcomes {
		if o.State == state {
			n++
		}
	}
	return n
}

func printGate(out io.Writer, outcomes []eval.Outcome) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "set\tfigure\texpected\tmeasured\t")
	for _, o := range outcomes {
		state := map[eval.GateState]string{eval.AsExpected: "ok", eval.Worse: "WORSE", eval.Better: "better"}[o.State]
		fmt.Fprintf(w, "%s\t%s\t%.3f ± %.3f\t%.3f\t%s\n", o.Set, o.Figure, o.Value, o.Tolerance, o.Measured, state)
	}
	return w.Flush()
}
