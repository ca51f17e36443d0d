using Latent.Bundles;
using Latent.Molecules;
using Latent.Runtime;
using Latent.Tests;

namespace Latent.Training.Tests.Molecules;

/// <summary>The operations of <see cref="MoleculeGenerator"/> on a model of a small grammar.</summary>
public sealed class MoleculeGeneratorTests(MoleculeGeneratorTests.Trained trained) : IClassFixture<MoleculeGeneratorTests.Trained>
{
    private const string Toluene = "Cc1ccccc1";
    private const int LatentSize = 4;

    private readonly MoleculeGenerator generator = trained.Generator;

    [Fact]
    public void Sample_Guided_WritesMoleculesAndTheSameForTheSameSeed()
    {
        const double MinValid = 0.95;

        var molecules = generator.Sample(100, seed: 3);

        Assert.Equal(100, molecules.Count);
        Assert.InRange(molecules.Count(molecule => molecule.IsValid) / 100.0, MinValid, 1);
        Assert.True(molecules.Select(molecule => molecule.Smiles).Distinct().Count() > 20);
        Assert.Equal(molecules.Select(molecule => molecule.Smiles), generator.Sample(100, seed: 3).Select(molecule => molecule.Smiles));
        Assert.NotEqual(molecules.Select(molecule => molecule.Smiles), generator.Sample(100, seed: 4).Select(molecule => molecule.Smiles));
    }

    [Fact]
    public void Sample_Free_SaysWhatIsNoMolecule()
    {
        var written = generator.Sample(200, seed: 1, new GenerationOptions { IsGuided = false, Temperature = 1.5 });

        Assert.All(written, molecule => Assert.Equal(SmilesReader.Check(molecule.Smiles), molecule.Verdict));
        Assert.All(written, molecule => Assert.Equal(molecule.IsValid, molecule.Molecule is not null));
        Assert.Contains(written, molecule => !molecule.IsValid);
        Assert.Contains(written, molecule => molecule.IsValid);
    }

    [Fact]
    public void Encode_Molecules_IsOneCodeEach()
    {
        var codes = generator.Encode(Toluene, "CCO");

        Assert.Equal((LatentSize, 2 * LatentSize), (generator.LatentSize, codes.Length));
        Assert.Equal(codes[..LatentSize], generator.Encode(Toluene), new Closely());
        Assert.All(codes, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Near_AtNoDistance_IsTheSameMoleculeEveryTime()
    {
        var molecules = generator.Near(Toluene, 5, seed: 1, distance: 0, new GenerationOptions { Temperature = 0 });

        Assert.Single(molecules.Select(molecule => molecule.Smiles).Distinct());
        Assert.Equal(molecules[0].Smiles, generator.Decode(generator.Encode(Toluene), new GenerationOptions { Temperature = 0 })[0].Smiles);
    }

    [Fact]
    public void Towards_AProperty_FindsDifferentMoleculesTheClosestFirst()
    {
        var target = MoleculeTarget.Parse("rings=2");

        var molecules = generator.Towards(target, 10, seed: 1);

        Assert.Equal(10, molecules.Select(molecule => molecule.Molecule!.Key).Distinct().Count());
        Assert.Equal(
            molecules.Select(molecule => target.Distance(molecule.Molecule!)).Order(),
            molecules.Select(molecule => target.Distance(molecule.Molecule!)));
        Assert.True(molecules.Count(molecule => molecule.Molecule!.Rings == 2) >= 5);
    }

    [Fact]
    public void Encode_NoMolecule_SaysWhereAndWhy()
    {
        var error = Assert.Throws<SmilesException>(() => generator.Encode(Toluene, "C1CC"));

        Assert.StartsWith(
            "The SMILES string is not a molecule: character 2: ring bond 1 is never closed.\nWhere: Encode, argument 'smiles'",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(SmilesFault.Empty, Assert.Throws<SmilesException>(() => generator.Encode("")).Verdict.Fault);
        Assert.StartsWith(
            "There are no molecules.",
            Assert.Throws<InputException>(() => generator.Encode()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_TooLongAMolecule_SaysHowLongItMayBe() => Assert.Equal(
        "The molecule is too long for the model.\nWhere: Near, argument 'smiles'\nExpected: at most 59 tokens\nReceived: 60 tokens\n"
        + "Fix: choose a smaller molecule, or train with a larger options.length.",
        Assert.Throws<InputException>(() => generator.Near(new string('C', 60), 1, seed: 0)).Message);

    [Fact]
    public void Encode_AnUnknownToken_NamesIt()
    {
        var error = Assert.Throws<InputException>(() => generator.Encode("CC[Fe]"));

        Assert.StartsWith(
            "The molecule has a token outside the model's vocabulary.\nWhere: Encode, argument 'smiles'\nExpected: " +
            "tokens of its vocabulary, such as ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("Received: '[Fe]' at character 3\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_ImpossibleArguments_AreRejected()
    {
        Assert.Equal("count", Assert.Throws<InputException>(() => generator.Sample(0, seed: 0)).Argument);
        Assert.Equal("distance", Assert.Throws<InputException>(() => generator.Near(Toluene, 1, seed: 0, distance: double.NaN)).Argument);
        Assert.Equal(
            "target",
            Assert.Throws<InputException>(() => generator.Towards(new(MoleculeProperty.Rings, -1), 1, seed: 0)).Argument);
        Assert.Equal("Temperature", Assert.Throws<InputException>(() => generator.Sample(1, seed: 0, new() { Temperature = -1 })).Argument);
        Assert.Equal("Retries", Assert.Throws<InputException>(() => generator.Sample(1, seed: 0, new() { Retries = -1 })).Argument);
        Assert.Equal("codes", Assert.Throws<ShapeException>(() => generator.Decode(new float[3])).Argument);
    }

    [Fact]
    public void Load_AModelOfImages_SaysWhatItNeeds()
    {
        var error = Assert.Throws<BundleException>(() => MoleculeGenerator.Load(Repository.At("models", "mnist-vae")));

        Assert.StartsWith("The bundle is not a molecule model.\nWhere: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Received: family 'variational' with graphs decode, encode, reconstruct, score\nFix: use a bundle such as models/zinc-vae.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_AfterDisposal_Throw()
    {
        var other = MoleculeGenerator.Load(trained.Folder);

        other.Dispose();

        Assert.Throws<ObjectDisposedException>(() => other.Sample(1, seed: 0));
    }

    // The last bits depend on the batch size.
    private sealed class Closely : IEqualityComparer<float>
    {
        private const float Tolerance = 1e-5f;

        public bool Equals(float a, float b) => MathF.Abs(a - b) <= Tolerance * MathF.Max(1, MathF.Abs(a));

        public int GetHashCode(float value) => 0;
    }

    public sealed class Trained : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Trained()
        {
            Folder = TrainingRun.Execute(TinyMolecules.Recipe, TinyMolecules.Data, new TrainingRunOptions { OutputFolder = folder.Path })
                .Folder;
            Generator = MoleculeGenerator.Load(Folder);
        }

        public MoleculeGenerator Generator { get; }

        internal string Folder { get; }

        public void Dispose()
        {
            Generator.Dispose();
            folder.Dispose();
        }
    }
}
