using Latent.Molecules;

namespace Latent.Integration.Tests;

/// <summary>Tests of the released molecule model.</summary>
public sealed class MoleculeBundleTests : IDisposable
{
    // Only codes are sampled, whose bits are the same on every machine.
    private static readonly GenerationOptions Greedy = new() { Temperature = 0 };
    private static readonly string[] Known = ["CC(=O)Oc1ccccc1C(=O)O", "Cc1ccccc1NC(=O)c1ccco1", "CCN(CC)C(=O)C1CCCC1"];

    private readonly MoleculeGenerator generator = MoleculeGenerator.Load(ReleasedBundles.FolderOf("zinc-vae"));

    public void Dispose() => generator.Dispose();

    [Fact]
    public Task Molecules_OfTheReleasedBundle_AreAsReviewed() => Verifier.Verify(string.Join('\n', [
        "reconstructed", .. generator.Decode(generator.Encode(Known), Greedy).Select(molecule => molecule.Smiles),
        "near the first", .. generator.Near(Known[0], 4, seed: 42, distance: 0.5, Greedy).Select(molecule => molecule.Smiles),
        "sampled from the prior", .. generator.Sample(8, seed: 42, Greedy).Select(molecule => molecule.Smiles),
    ]));

    [Fact]
    public void Example_OfTheDocumentation_WritesMolecules()
    {
        var lines = DocumentedExample.OutputOf(MoleculesExample.Run).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.All(lines[..9], line => Assert.True(SmilesReader.Check(line.Split(':')[0]).IsValid, line));
        Assert.Equal("character 2: ring bond 1 is never closed", lines[9]);
    }
}
