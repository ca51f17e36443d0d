using System.Text.Json;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

/// <summary>The commands of a molecule model, trained by the command itself on a file of molecules.</summary>
public sealed class GenerateCommandTests(GenerateCommandTests.Trained trained) : IClassFixture<GenerateCommandTests.Trained>
{
    private string Bundle => trained.Bundle;

    [Fact]
    public void Train_OnAFileOfMolecules_WritesABundle() => Assert.Equal((0, ""), (trained.Training.Code, trained.Training.Error));

    [Fact]
    public void Generate_WithASeed_WritesALinePerMolecule()
    {
        var result = CommandResult.Run("generate", Bundle, "--count", "3", "--seed", "1");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^\S+\t(heavy-atoms=\d+ rings=\d+ hetero-share=[01]\.\d\d|character \d+: .+)$", line));
        Assert.Equal(result.Output, CommandResult.Run("generate", Bundle, "--count", "3", "--seed", "1").Output);
    }

    [Fact]
    public void Generate_Near_AsJson_HasTheProperties()
    {
        var result = CommandResult.Run("generate", Bundle, "--count", "2", "--near", "CCc1ccccc1", "--distance", "0.2", "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var molecules = result.Json.GetProperty("molecules").EnumerateArray().ToArray();
        Assert.Equal(2, molecules.Length);
        Assert.All(molecules, molecule => Assert.False(string.IsNullOrEmpty(molecule.GetProperty("smiles").GetString())));
        Assert.All(molecules, molecule => Assert.Equal(
            molecule.GetProperty("valid").GetBoolean(),
            molecule.GetProperty("rings").ValueKind == JsonValueKind.Number));
    }

    [Theory]
    [InlineData("--property", "rings=x",
        "--property: A target is one of heavy-atoms=VALUE, rings=VALUE, hetero-share=VALUE, " +
        "with a whole number of at least 0, or a share from 0 to 1. Received: rings=x.\n")]
    [InlineData("--distance", "-1", "--distance takes a number of at least 0. Received: -1.\nSee 'latent generate --help'.\n")]
    public void Generate_MistakenOptions_SaysWhatIsMeant(string option, string value, string expected)
    {
        var result = CommandResult.Run("generate", Bundle, option, value);

        Assert.Equal((2, expected), (result.Code, result.Error));
    }

    [Fact]
    public void Generate_SearchWithFree_IsRejected() => Assert.Equal(
        (2, "--property uses its own sampling. Remove --free and --temperature.\n"),
        (CommandResult.Run("generate", Bundle, "--property", "rings=2", "--free").Code, CommandResult.Run(
            "generate",
            Bundle,
            "--property",
            "rings=2",
            "--free").Error));

    [Fact]
    public void Generate_NearNoMolecule_SaysWhere()
    {
        var result = CommandResult.Run("generate", Bundle, "--near", "C1CC");

        Assert.Equal(2, result.Code);
        Assert.StartsWith(
            "The SMILES string is not a molecule: character 2: ring bond 1 is never closed.\n",
            result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_WithAModelOfImages_SaysWhatItNeeds()
    {
        var result = CommandResult.Run("generate", Repository.At("models", "mnist-vae"));

        Assert.Equal(2, result.Code);
        Assert.StartsWith("The bundle is not a molecule model.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Benchmark_OfMolecules_MeasuresReconstructionAndPrior()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["few.smi"], string.Concat(Enumerable.Range(1, 40).Select(length => $"{new string('C', length)}O\n")));

        var result = CommandResult.Run(
            "benchmark",
            "molecules",
            Bundle,
            "--data",
            folder["few.smi"],
            "--count",
            "20",
            "--rows",
            "4",
            "--found",
            "0",
            "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        var again = result.Json.GetProperty("reconstruction");
        Assert.Equal(4, again.GetProperty("molecules").GetInt32());
        Assert.InRange(again.GetProperty("tokenAccuracy").GetDouble(), 0, 1);
        Assert.InRange(result.Json.GetProperty("guided").GetProperty("valid").GetDouble(), 0.5, 1);
        Assert.Equal(0.977, result.Json.GetProperty("moses").GetProperty("valid").GetDouble());
        Assert.Empty(result.Json.GetProperty("properties").EnumerateArray());
    }

    public sealed class Trained : IDisposable
    {
        private static readonly string[] Heads = ["C", "CC", "O", "N", "F"];
        private static readonly string[] Tails = ["c1ccccc1", "C1CCCC1", "c1ccncc1"];

        private readonly TemporaryFolder folder = new();

        public Trained()
        {
            var lines = folder["molecules.smi"];
            File.WriteAllLines(
                lines,
                Enumerable.Range(0, 150).Select(i => $"{Heads[i % 5]}{new string('C', i % 4)}{Tails[i % 3]} molecule-{i}"));
            Training = CommandResult.Run(
                "train", "zinc-vae", "--profile", "quick", "--data", lines, "--out", folder
                    .Path, "--set", "data.validation=20", "--set", "options.latent=3",
                "--set", "options.length=40", "--set", "options.decoder=24", "--set", "fit.epochs=8", "--set", "fit.batch_size=16");
        }

        internal CommandResult Training { get; }

        internal string Bundle => folder["zinc-vae"];

        public void Dispose() => folder.Dispose();
    }
}
