using Latent.Runtime;
using Latent.Tests;

namespace Latent.Molecules.Tests;

public sealed class MoleculeGeneratorLifetimeTests
{
    private const string Aspirin = "CC(=O)Oc1ccccc1C(=O)O";

    private static readonly string Folder = Repository.At("models", "zinc-vae");

    [Fact]
    public void Dispose_WhileOthersCall_EndsWithObjectDisposed()
    {
        using var generator = Load();
        var expected = Written(generator);

        DisposalRace.Run(Load, other => Assert.Equal(expected, Written(other)));
    }

    [Fact]
    public void Operations_AfterDispose_ThrowObjectDisposed()
    {
        var generator = Load();
        var code = generator.Encode(Aspirin);
        generator.Dispose();
        generator.Dispose();

        Action[] operations =
        [
            () => generator.Encode(Aspirin), () => generator.Decode(code), () => generator.Sample(1, seed: 1),
            () => generator.Near(Aspirin, 1, seed: 1), () => generator.Towards(MoleculeTarget.Parse("rings=3"), 1, seed: 1),
        ];
        Assert.All(
            operations,
            operation => Assert.Equal(nameof(MoleculeGenerator), Assert.Throws<ObjectDisposedException>(operation).ObjectName));
    }

    private static MoleculeGenerator Load() => MoleculeGenerator.Load(Folder, new RuntimeOptions { VerifyHashes = false });

    private static string[] Written(MoleculeGenerator generator) => [.. generator.Sample(2, seed: 1).Select(molecule => molecule.Smiles)];
}
