using System.CommandLine;
using System.Globalization;
using Latent.Bundles;
using Latent.Molecules;
using Latent.Training.Evaluation;
using Latent.Training.Molecules;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark molecules</c>.</summary>
internal sealed class MoleculesCommand : LatentSubcommand
{
    // Polykovskiy et al. 2020, table 2: a VAE trained on all of MOSES, sampled without syntax guidance.
    private static readonly PriorFigures Moses = new(30_000, 0.977, 0.998, 0.695);

    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<string> data = new("--data")
    {
        Description = "The data set with the training molecules and the held-out ones.",
        HelpName = "DATA",
        DefaultValueFactory = _ => "zinc250k",
    };
    private readonly Option<int> count = CommonOptions.Whole(
        "--count", "Number of samples from the prior, each without and with syntax guidance.", lowest: 1, standard: 10_000);
    private readonly Option<int> rows = CommonOptions.Whole(
        "--rows", "Maximum number of held-out molecules to reconstruct.", lowest: 1, standard: 5000);
    private readonly Option<int> found = CommonOptions.Whole(
        "--found", "Number of molecules to generate per target property value; 0 skips the search.", lowest: 0, standard: 20);
    private readonly Option<long> seed = CommonOptions.Seed("Seed of all random samples.");
    private readonly Option<string> plot = new("--plot")
    {
        Description = "Output file for a chart of target versus generated property values: .html.",
        HelpName = "PATH",
    };

    public MoleculesCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "molecules",
            "Evaluates a molecule model: reconstruction of held-out molecules, samples from the prior, and property search.",
            terminal,
            cancellation)
    {
        Arguments.Add(bundle);
        foreach (var option in new Option[] { data, count, rows, found, seed, plot })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples => ["latent benchmark molecules models/zinc-vae --plot properties.html"];

    protected override int Execute(Invocation call)
    {
        var opened = Bundle.Open(call.Get(bundle));
        using var generator = MoleculeGenerator.Load(call.Get(bundle));
        var splits = new DataAccess(call).Open(call.Get(data));
        var trained = MoleculeEvaluator.StringsOf(splits.Train).Select(KeyOf).OfType<string>().ToHashSet();
        var again = new MoleculeEvaluator(opened).Reconstruct(
            generator,
            [.. MoleculeEvaluator.StringsOf(splits.Test).Take(call.Get(rows))]);
        var free = Judge(call, generator, trained, isGuided: false);
        var guided = Judge(call, generator, trained, isGuided: true);
        var properties = call.Get(found) == 0 ? [] : PropertyTrial.Targets.Select(target => Search(call, generator, target)).ToArray();
        if (call.Find(plot) is { } path)
            TargetVersusGeneratedChart.Save(path, $"{opened.Manifest.Name}: target and generated values", Pairs(properties));
        call.Answer(
            new
            {
                bundle = call.Get(bundle),
                reconstruction = again,
                free,
                guided,
                moses = Moses,
                properties = properties.Select(
                trial => new { target = $"{trial.Target}", trial.Mean, trial.Exact })
            },
            console => Show(console, again, free, guided, properties));
        return ExitCode.Done;
    }

    private static string? KeyOf(string smiles) => SmilesReader.TryRead(smiles, out var molecule, out _) ? molecule.Key : null;

    private PriorFigures Judge(Invocation call, MoleculeGenerator generator, IReadOnlySet<string> trained, bool isGuided)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        return MoleculeEvaluator.Judge(
            generator.Sample(call.Get(count), call.Get(seed), new GenerationOptions { IsGuided = isGuided }),
            trained);
    }

    private PropertyTrial Search(Invocation call, MoleculeGenerator generator, MoleculeTarget target)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        return PropertyTrial.Run(generator, target, call.Get(found), call.Get(seed));
    }

    private static (string Name, IReadOnlyList<(float Asked, float Got)> Pairs)[] Pairs(IEnumerable<PropertyTrial> properties) =>
    [
        .. properties.GroupBy(trial => trial.Target.Property).Select(group => (
            $"{group.First().Target}".Split('=')[0],
            (IReadOnlyList<(float Asked, float Got)>)[.. group.SelectMany(
                trial => trial.Got.Select(got => ((float)trial.Target.Value, (float)got)))])),
    ];

    private static void Show(
        IAnsiConsole console,
        ReconstructionFigures again,
        PriorFigures free,
        PriorFigures guided,
        IReadOnlyList<PropertyTrial> properties)
    {
        console.Write(Tables.OfPairs("held-out molecules", [
            ("molecules", $"{again.Molecules} ({again.LeftOut} left out)"), ("token accuracy", Share(again.TokenAccuracy)),
            ("strings reconstructed", Share(again.Strings)), ("molecules reconstructed", Share(again.SameMolecules))]));

        var prior = Tables.Create(["sampled from the prior", "strings", "valid", "unique", "novel"], "strings", "valid", "unique", "novel");
        foreach (var (name, figures) in new[] { ("free", free), ("guided by syntax", guided), ("MOSES VAE, published", Moses) })
            prior.Add(name, $"{figures.Strings}", Share(figures.Valid), Share(figures.Unique), Share(figures.Novel));
        console.Write(prior);

        var search = Tables.Create(["target", "mean generated", "exact"], "mean generated", "exact");
        foreach (var trial in properties)
            search.Add($"{trial.Target}", trial.Mean.ToString("0.##", CultureInfo.InvariantCulture), Share(trial.Exact));
        console.Write(search);
    }

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
