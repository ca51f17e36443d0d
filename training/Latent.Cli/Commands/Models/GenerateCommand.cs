using System.CommandLine;
using System.Globalization;
using Latent.Molecules;

namespace Latent.Cli;

/// <summary><c>latent generate</c>.</summary>
internal sealed class GenerateCommand : ModelCommand
{
    private readonly Option<int> count = CommonOptions.Whole("--count", "Number of molecules.", lowest: 1, standard: 20);
    private readonly Option<long> seed = CommonOptions.Seed("The same seed gives the same molecules.");
    private readonly Option<string> near = new("--near") { Description = "Generate molecules near this one.", HelpName = "SMILES" };
    private readonly Option<double> distance = CommonOptions.Number(
        "--distance", "Standard deviation of the latents around it; that of the prior is 1.", "a number of at least 0", value => value >= 0,
        standard: 0.5);
    private readonly Option<string> property = new("--property")
    {
        Description = "Search for molecules with a target property: heavy-atoms=N, rings=N or hetero-share=X.",
        HelpName = "NAME=VALUE",
    };
    private readonly Option<double> temperature = CommonOptions.Number(
        "--temperature", "Below 1 for more typical molecules, above 1 for more varied ones, 0 for the most probable ones.",
        "a number of at least 0", value => value >= 0, standard: 1);
    private readonly Option<bool> free = new("--free")
    {
        Description = "Generate without syntax guidance, and report which strings are not valid molecules.",
    };

    public GenerateCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "generate",
            "Generates new molecules as SMILES strings: sampled from the prior, near a given molecule, or with a target property.",
            terminal,
            cancellation) =>
        Declare(count, seed, near, distance, property, temperature, free);

    public override IReadOnlyList<string> Examples =>
    [
        "latent generate models/zinc-vae --count 20 --seed 42",
        "latent generate models/zinc-vae --near 'CC(=O)Oc1ccccc1C(=O)O' --distance 0.3",
        "latent generate models/zinc-vae --property rings=3 --json",
    ];

    protected override int Execute(Invocation call)
    {
        var target = TargetOf(call);
        using var generator = MoleculeGenerator.Load(PathOf(call), OptionsOf(call));
        var molecules = target is { } wanted
            ? generator.Towards(wanted, call.Get(count), call.Get(seed), call.Find(near), call.Get(distance))
            : Written(call, generator);
        call.Answer(new { bundle = PathOf(call), target = target?.ToString(), molecules = molecules.Select(Described) }, _ =>
        {
            foreach (var molecule in molecules)
                call.Terminal.Out.WriteLine($"{molecule.Smiles}\t{Line(molecule)}");
        });
        return ExitCode.Done;
    }

    private IReadOnlyList<GeneratedMolecule> Written(Invocation call, MoleculeGenerator generator)
    {
        var options = new GenerationOptions { IsGuided = !call.Get(free), Temperature = call.Get(temperature) };
        return call.Find(near) is { } smiles
            ? generator.Near(smiles, call.Get(count), call.Get(seed), call.Get(distance), options)
            : generator.Sample(call.Get(count), call.Get(seed), options);
    }

    private MoleculeTarget? TargetOf(Invocation call)
    {
        if (call.Find(property) is not { } text)
            return null;
        if (call.Has(free) || call.Has(temperature))
            throw new UsageException("--property uses its own sampling. Remove --free and --temperature.");
        try
        {
            return MoleculeTarget.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new UsageException($"--property: {fault.Message}");
        }
    }

    private static object Described(GeneratedMolecule molecule) => new
    {
        molecule.Smiles,
        valid = molecule.IsValid,
        reason = molecule.IsValid ? null : molecule.Verdict.ToString(),
        heavyAtoms = molecule.Molecule?.HeavyAtoms,
        rings = molecule.Molecule?.Rings,
        heteroShare = molecule.Molecule?.HeteroShare,
    };

    private static string Line(GeneratedMolecule molecule) => molecule.Molecule is { } it
        ? string.Create(CultureInfo.InvariantCulture, $"heavy-atoms={it.HeavyAtoms} rings={it.Rings} hetero-share={it.HeteroShare:0.00}")
        : molecule.Verdict.ToString();
}
