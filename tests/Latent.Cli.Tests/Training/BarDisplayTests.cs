using System.Text.RegularExpressions;
using Latent.Fitting;
using Latent.Training.Recipes;
using Latent.Training.Rows;
using Spectre.Console;

namespace Latent.Cli.Tests.Training;

public sealed class BarDisplayTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(140)]
    public void While_InATerminal_DrawsNoLineWiderThanIt(int width)
    {
        using var output = new StringWriter();
        var recipe = new Recipe { Name = "mnist-vae", Family = "variational", Data = new DataSettings { Name = "mnist" } };

        new BarDisplay(ConsoleOf(output, width)).While(recipe, rows: 59_000, (observer, stage, note) =>
        {
            observer!.OnStep(new TrainingProgress(1, 10, 1, 461, 543.2));
            observer.OnEpoch(Epoch());
            note!("something that the user should know");
            stage!("exporting");
            return 0;
        });

        var lines = Regex.Replace(output.ToString(), @"\e\[[0-9;?]*[A-Za-z]", "").Split('\n', '\r');
        Assert.Contains(lines, line => line.StartsWith("mnist-vae  done", StringComparison.Ordinal) && line.Contains("100%"));
        Assert.Contains("note: something that the user should know", lines);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.DoesNotContain(lines, line => line.Length > 0 && !line.StartsWith("mnist-vae", StringComparison.Ordinal)
            && !line.StartsWith("note: ", StringComparison.Ordinal)
            && line.Trim().Length > 0);
    }

    private static IAnsiConsole ConsoleOf(TextWriter output, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }

    private static EpochMetrics Epoch() => new()
    {
        Epoch = 10,
        LearningRate = 1e-3,
        Train = new LossValues(112.41, [KeyValuePair.Create("reconstruction", 87.91), KeyValuePair.Create("kl", 24.53)]),
        Validation = new LossValues(110.82, []),
        Seconds = 7.2,
        RowsPerSecond = 7911.6,
    };
}
