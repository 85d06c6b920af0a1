package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"stance/model"
)

// doctorOptions are what `stance doctor` is told.
type doctorOptions struct {
	model  modelOptions
	Actors []string
	Out    string
}

func newDoctorCommand() *cobra.Command {
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check that everything a run needs is there and works",
		Long: `Checks ONNX Runtime's library, the model bundle, the scoring of one sentence, the actor registry
and, with --out, the output folder. Prints a line a check; exits with 0 if all are ok, else with 1.`,
		Example: "  stance doctor --out nightly/",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDoctor(cmd.Context(), opts, cmd.OutOrStdout())
		},
	}
	opts.model.addFlags(cmd.Flags())
	cmd.Flags().StringArrayVar(&opts.Actors, "actors", nil, "`FILE` with actors of your own; may be given again")
	cmd.Flags().StringVarP(&opts.Out, "out", "o", "", "output `FOLDER` to check")
	return cmd
}

// runDoctor makes the checks, all of them, whatever fails.
func runDoctor(ctx context.Context, opts doctorOptions, stdout io.Writer) error {
	checks := []struct {
		name  string
		check func(context.Context, doctorOptions) (string, error)
	}{
		{"library", checkLibrary}, {"model", checkBundle}, {"scoring", checkScoring}, {"actors", checkActors}, {"output", checkOutput},
	}
	failed := false
	for _, c := range checks {
		if c.name == "output" && opts.Out == "" {
			continue
		}
		found, err := c.check(ctx, opts)
		if err != nil {
			failed = true
			fmt.Fprintf(stdout, "%-8s failed  %v\n", c.name, err)
			continue
		}
		fmt.Fprintf(stdout, "%-8s ok      %s\n", c.name, found)
	}
	if failed {
		return silent{exitFailed}
	}
	return nil
}

func checkLibrary(_ context.Context, opts doctorOptions) (string, error) {
	path, version, err := model.Runtime(opts.model.Library)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("ONNX Runtime %s, %s", version, path), nil
}

func checkBundle(_ context.Context, opts doctorOptions) (string, error) {
	files, err := opts.model.files()
	if err != nil {
		return "", err
	}
	info, err := model.Verify(files)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, the files are as its bundle.json says, %d languages", modelName(info), len(info.Languages)), nil
}

// testSentence has an actor whom nobody would call anything but hawkish.
const testSentence = "Iran threatened on Monday to close the Strait of Hormuz and to attack every ship that tries to pass."

// checkScoring scores a sentence and looks whether the outcome makes sense.
func checkScoring(ctx context.Context, opts doctorOptions) (_ string, err error) {
	m, err := opts.model.open()
	if err != nil {
		return "", fmt.Errorf("the model does not load: %w", err)
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	outputs, err := m.Score(ctx, []model.Input{{Text: testSentence}})
	if err != nil {
		return "", err
	}
	if found := outputs[0].Mentions; len(found) > 0 && found[0].Start == 0 { // "Iran" begins the sentence
		scores := m.Decide(found[0].Logits)
		if scores.Stance == [3]bool{model.Hawkish: true} {
			return fmt.Sprintf("“Iran threatened …” is hawkish with a probability of %.2f", scores.PStance[model.Hawkish]), nil
		}
	}
	return "", fmt.Errorf("the model does not find that Iran, and it alone, is hawkish in %q: it is untrained or does not run rightly here; fetch the bundle anew, or try another version of ONNX Runtime", testSentence)
}

func checkActors(_ context.Context, opts doctorOptions) (string, error) {
	registry, err := loadActors(opts.Actors)
	if err != nil {
		return "", err
	}
	actors, names := registry.Size()
	return fmt.Sprintf("%d actors with %d names", actors, names), nil
}

// checkOutput tries to write where a run would. A folder that is not there yet is not made.
func checkOutput(_ context.Context, opts doctorOptions) (string, error) {
	folder := filepath.Clean(opts.Out)
	for {
		info, err := os.Stat(folder)
		if errors.Is(err, fs.ErrNotExist) && folder != filepath.Dir(folder) {
			folder = filepath.Dir(folder)
			continue
		}
		if err != nil {
			return "", fmt.Errorf("%s cannot be read: %w; choose another folder", folder, err)
		}
		if !info.IsDir() {
			return "", fmt.Errorf("%s is no folder; choose another one", folder)
		}
		break
	}
	trial, err := os.CreateTemp(folder, ".stance-doctor-*")
	if err != nil {
		return "", fmt.Errorf("%s cannot be written: %w; change its permissions or choose another folder", folder, err)
	}
	_, err = trial.WriteString("trial")
	if err = errors.Join(err, trial.Close(), os.Remove(trial.Name())); err != nil {
		return "", fmt.Errorf("%s cannot be written: %w; is the disk full?", folder, err)
	}
	return opts.Out + " can be written", nil
}
