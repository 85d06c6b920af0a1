package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"stance/eval"
	"stance/eval/labelled"
	"stance/eval/page"
	"stance/model"
	"stance/pipeline/actor"
)

// evalOptions are what `stance eval` is told.
type evalOptions struct {
	model modelOptions

	Sets        []string
	Split       string
	Lang        string
	Actors      []string
	JSON        bool
	Predictions string
	HTML        string
	Compare     bool
	Gate        string
	Update      bool
}

const evalLong = `Scores sentences whose actors were labelled by hand and says how far to trust the model: with
given mentions and with those that it finds itself, with 95 % bootstrap intervals, by language,
beside simple baselines.

SET is a file or a folder of them: .jsonl (the project's format, or NewsMTSC's), .txt (sentences
with marks like [[Iran|H|0]]), .csv or .tsv (sentence, target, start, end, stance, sentiment or
label; or RuSentNE's). Lines that cannot be used are named, counted, and give the exit code 3.

With --compare the first two arguments are models: folders of bundles, files that --predictions
wrote, or "bundled" for the one in the program.

` + exitHelp

const evalExample = `  stance eval datasets/gold --split dev
  stance eval my-labels.csv --lang en --html report.html
  stance eval --compare bundled my-bundle/ datasets/gold --split dev
  stance eval --quality-gate datasets/gate.json`

func newEvalCommand() *cobra.Command {
	var opts evalOptions
	cmd := &cobra.Command{
		Use:     "eval [flags] SET...",
		Short:   "Score labelled sentences and say how far to trust the model",
		Long:    evalLong,
		Example: evalExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Sets = args
			err := runEval(cmd.Context(), opts, cmd.OutOrStdout(), cmd.ErrOrStderr())
			if cmd.Context().Err() != nil {
				return silent{exitInterrupted}
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&opts.Split, "split", "", "only sentences of this split: train, dev or test (default: all)")
	flags.StringVar(&opts.Lang, "lang", labelled.Unknown, "language of sentences that do not say theirs")
	flags.BoolVar(&opts.JSON, "json", false, "print the figures as JSON instead of a table")
	flags.StringVar(&opts.HTML, "html", "", "write a page with plots and the worst errors to `FILE`")
	flags.StringVar(&opts.Predictions, "predictions", "", "write what the model says of each sentence to `FILE`, JSON Lines")
	flags.BoolVar(&opts.Compare, "compare", false, "compare two models: eval --compare A B SET...")
	flags.StringVar(&opts.Gate, "quality-gate", "", "check the figures that `FILE` expects; it names the sets itself")
	flags.BoolVar(&opts.Update, "update", false, "with --quality-gate: write the measured figures into its file")
	opts.model.addFlags(flags)
	flags.StringArrayVar(&opts.Actors, "actors", nil, "`FILE` with actors of your own for linking; may be given again")
	return cmd
}

// runEval carries out `stance eval`: figures go to stdout, all else to stderr.
func runEval(ctx context.Context, opts evalOptions, stdout, stderr io.Writer) error {
	if err := opts.check(); err != nil {
		return err
	}
	switch {
	case opts.Gate != "":
		return runGate(ctx, opts, stdout, stderr)
	case opts.Compare:
		return runCompare(ctx, opts, stdout, stderr)
	}
	sets, err := readSets(opts, opts.Sets, stderr)
	if err != nil {
		return err
	}
	reader, err := openReader(&opts)
	if err != nil {
		return err
	}
	defer reader.Close()
	report := eval.NewReport(reader.id, programVersion())
	var scored []eval.Scored
	for _, set := range sets {
		predictions, err := reader.predict(ctx, set)
		if err != nil {
			return err
		}
		figures, err := eval.Score(set, predictions)
		if err != nil {
			return err
		}
		report.Sets = append(report.Sets, figures)
		scored = append(scored, eval.Scored{Set: set, Predictions: predictions})
	}
	if err := writeEval(opts, report, scored, stdout); err != nil {
		return err
	}
	return rejected(sets)
}

// check finds flags that do not go together.
func (o *evalOptions) check() error {
	switch {
	case o.Gate == "" && len(o.Sets) == 0:
		return usagef("there is nothing to score: name files or folders of labelled sentences; `stance eval --help` has examples")
	case o.Gate != "" && (len(o.Sets) > 0 || o.Compare || o.Split != "" || o.JSON || o.HTML != "" || o.Predictions != ""):
		return usagef("--quality-gate names its sets and splits itself and prints a table: give it alone")
	case o.Update && o.Gate == "":
		return usagef("--update writes the figures of a --quality-gate: name its file")
	case o.Compare && len(o.Sets) < 3:
		return usagef("--compare needs two models and at least one set: eval --compare A B SET...")
	case o.Compare && (o.HTML != "" || o.Predictions != "" || o.model.Dir != ""):
		return usagef("--compare takes its models as arguments and prints a table or --json: leave out --html, --predictions and --model")
	case !slices.Contains([]string{"", "train", "dev", "test"}, o.Split):
		return usagef("--split %s is not known: use train, dev or test", o.Split)
	case o.Lang != labelled.Unknown && !slices.Contains(labelled.Languages, o.Lang):
		return usagef("--lang %s is not known: use one of %v", o.Lang, labelled.Languages)
	}
	return nil
}

// readSets reads the sets and tells what could not be used of them.
func readSets(opts evalOptions, paths []string, stderr io.Writer) ([]*labelled.Set, error) {
	var sets []*labelled.Set
	names := map[string]string{}
	for _, path := range paths {
		set, err := labelled.Read(path, opts.Lang)
		if err != nil {
			return nil, usageError{err}
		}
		if was, ok := names[set.Name]; ok { // predictions are told apart by it
			return nil, usagef("the sets %s and %s have the same name %s: rename one, or put both into a folder", was, path, set.Name)
		}
		names[set.Name] = path
		part := set.Only(opts.Split)
		printProblems(stderr, set)
		if len(part.Sentences) == 0 {
			if len(set.Sentences) > 0 {
				return nil, usagef("the set %s has no sentence of the split %s, but %d others: choose another --split", path, opts.Split, len(set.Sentences))
			}
			return nil, fmt.Errorf("the set %s has no usable sentence", path)
		}
		sets = append(sets, part)
	}
	return sets, nil
}

// shownProblems bounds how many lines of a set are named; all of them are counted.
const shownProblems = 20

func printProblems(stderr io.Writer, set *labelled.Set) {
	for _, problem := range set.Problems[:min(len(set.Problems), shownProblems)] {
		fmt.Fprintf(stderr, "stance: %v\n", problem)
	}
	if more := len(set.Problems) - shownProblems; more > 0 {
		fmt.Fprintf(stderr, "stance: %s: %d more lines cannot be used\n", set.Path, more)
	}
}

// rejected sets the exit code where lines could not be used.
func rejected(sets []*labelled.Set) error {
	for _, set := range sets {
		if len(set.Problems) > 0 {
			return silent{exitRejects}
		}
	}
	return nil
}

// reader is a model with what links its mentions.
type reader struct {
	*model.Model
	id     eval.ModelID
	linker *actor.Linker
}

func openReader(opts *evalOptions) (*reader, error) {
	info, err := opts.model.describe()
	if err != nil {
		return nil, err
	}
	registry, err := loadActors(opts.Actors)
	if err != nil {
		return nil, err
	}
	m, err := opts.model.open()
	if err != nil {
		return nil, err
	}
	return &reader{m, eval.IDOf(info), actor.NewLinker(registry)}, nil
}

// predict scores a set's sentences.
func (r *reader) predict(ctx context.Context, set *labelled.Set) ([]eval.Prediction, error) {
	return eval.Predict(ctx, r, r.linker, set.Sentences)
}

// writeEval writes the outcome in every form that was asked for.
func writeEval(opts evalOptions, report *eval.Report, scored []eval.Scored, stdout io.Writer) error {
	if opts.Predictions != "" {
		err := writeFile(opts.Predictions, func(w io.Writer) error {
			for _, s := range scored {
				if err := eval.WritePredictions(w, s.Set.Name, report.Model.Hash, s.Predictions); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if opts.HTML != "" {
		if err := writeFile(opts.HTML, func(w io.Writer) error { return page.Write(w, report, scored) }); err != nil {
			return err
		}
	}
	if opts.JSON {
		return printJSON(stdout, report)
	}
	return printReport(stdout, report)
}

// writeFile writes a file whole: under another name first, so that a failure leaves no half of it.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".stance-eval-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w; choose another place", path, err)
	}
	err = write(f)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s cannot be written: %w; is the disk full?", path, err), os.Remove(f.Name()))
	}
	return nil
}

func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
