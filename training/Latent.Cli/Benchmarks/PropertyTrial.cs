using Latent.Molecules;

namespace Latent.Cli;

/// <summary>The result of a property search.</summary>
/// <param name="Target">The target property value.</param>
/// <param name="Got">The property value of each generated molecule.</param>
internal sealed record PropertyTrial(MoleculeTarget Target, IReadOnlyList<double> Got)
{
    /// <summary>The targets of the benchmark, from the edge to the middle of the range found in the data.</summary>
    public static IEnumerable<MoleculeTarget> Targets =>
    [
        .. new[] { 0.0, 1, 2, 3, 4, 5, 6 }.Select(value => new MoleculeTarget(MoleculeProperty.Rings, value)),
        .. new[] { 12.0, 16, 20, 24, 28, 32, 36 }.Select(value => new MoleculeTarget(MoleculeProperty.HeavyAtoms, value)),
        .. new[] { 0.1, 0.2, 0.3, 0.4, 0.5 }.Select(value => new MoleculeTarget(MoleculeProperty.HeteroShare, value)),
    ];

    /// <summary>The mean property value of the generated molecules.</summary>
    public double Mean => Got.Average();

    /// <summary>The fraction of molecules whose value matches the target within its tolerance.</summary>
    public double Exact => Got.Count(value => Math.Abs(value - Target.Value) <= Target.Tolerance) / (double)Got.Count;

    /// <summary>Runs the search.</summary>
    public static PropertyTrial Run(MoleculeGenerator generator, MoleculeTarget target, int count, long seed) =>
        new(target, [.. generator.Towards(target, count, seed).Select(molecule => target.Measure(molecule.Molecule!))]);
}
