using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Training.Binding;
using Latent.Training.Tests.Recipes;

namespace Latent.Training.Tests.Binding;

public sealed class RecordBinderTests
{
    private enum Activation
    {
        Relu,
        LeakyRelu,
    }

    [Fact]
    public void Bind_RecordWithProperties_TakesKeysAndDefaults()
    {
        var options = Bind<Network>("""{"latent": 4, "activation": "leaky_relu"}""");

        Assert.Equal((4, Activation.LeakyRelu), (options.Latent, options.Activation));
        Assert.Equal([256, 128], options.Hidden);
    }

    [Fact]
    public void Bind_RecordWithConstructor_TakesKeysAndDefaults() =>
        Assert.Equal(new Block(3, "same"), Bind<Block>("""{"size": 3}"""));

    [Fact]
    public void Bind_ListsAndDictionariesOfRecords_AreRead()
    {
        var options = Bind<Network>(
            """{"latent": 4, "blocks": [{"size": 1}, {"size": 2, "padding": "none"}], "weights": {"a": 0.5, "b": 2}}""");

        Assert.Equal([new Block(1), new Block(2, "none")], options.Blocks);
        Assert.Equal(2, options.Weights["b"]);
    }

    [Fact]
    public void Bind_NullOfAnOptionalKey_IsNull() => Assert.Null(Bind<Network>("""{"latent": 4, "rate": null}""").Rate);

    [Theory]
    [InlineData("""{"hidden": [8]}""", "bundle.json: missing key \"latent\" in options.")]
    [InlineData("""{"latent": 4, "hiden": [8]}""", "bundle.json: unknown key \"hiden\" in options. Did you mean \"hidden\"? Known keys: activation, blocks, hidden, latent, rate, weights.")]
    [InlineData("""{"latent": "4"}""", "bundle.json: options.latent must be a whole number. Received: \"4\".")]
    [InlineData("""{"latent": null}""", "bundle.json: options.latent must be a whole number. Received: nothing.")]
    [InlineData("""{"latent": 4, "hidden": [8, 0]}""", "bundle.json: options.hidden[1] must be at least 1. Received: 0.")]
    [InlineData(
        """{"latent": 4, "activation": "tanh"}""",
        "bundle.json: options.activation must be one of relu, leaky_relu. Received: \"tanh\".")]
    [InlineData("""{"latent": 4, "blocks": [{}]}""", "bundle.json: missing key \"size\" in options.blocks[0].")]
    [InlineData("""{"latent": 4, "weights": {"a": true}}""", "bundle.json: options.weights.a must be a number. Received: true.")]
    [InlineData("""{"latent": 4, "hidden": []}""", "bundle.json: options must have at least one hidden layer. Received: [].")]
    public void Bind_JsonThatDoesNotFit_SaysWhereAndWhat(string json, string message) =>
        Assert.Equal(message, Assert.Throws<RecipeException>(() => Bind<Network>(json)).Message);

    [Fact]
    public void Bind_OptionsOfARecipe_KnowsTheLine()
    {
        var recipe = RecipeFile.Load(RecipeFile.Minimal.Replace("latent: 4", "latent: 4\n  hidden: [8, wide]", StringComparison.Ordinal));

        var error = Assert.Throws<RecipeException>(() => RecordBinder.Bind<Network>(recipe.Options, "options"));

        Assert.Equal((5, 15), (error.Position.Line, error.Position.Column));
        Assert.Equal("options.hidden[1] must be a whole number. Received: wide.", error.Problem);
    }

    [Fact]
    public void ToJson_BoundAgain_IsTheSame()
    {
        var options = new Network { Latent = 4, Hidden = [3], Activation = Activation.LeakyRelu, Blocks = [new Block(1)] };

        var json = RecordBinder.ToJson(options);

        Assert.Equal(
            """{"latent":4,"hidden":[3],"activation":"leaky_relu","rate":null,"blocks":[{"size":1,"padding":"same"}],"weights":{}}""", json
                .ToJsonString());
        Assert.Equal(json.ToJsonString(), RecordBinder.ToJson(RecordBinder.Bind<Network>(json, "options")).ToJsonString());
    }

    private static T Bind<T>(string json) where T : class
        => RecordBinder.Bind<T>(JsonSerializer.Deserialize<JsonObject>(json)!, "options", "bundle.json");

    private sealed record Block([Range(1, double.PositiveInfinity)] int Size, string Padding = "same");

    private sealed record Network : IRecordCheck
    {
        [Range(1, double.PositiveInfinity)]
        public required int Latent { get; init; }

        [Range(1, double.PositiveInfinity)]
        public IReadOnlyList<int> Hidden { get; init; } = [256, 128];

        public Activation Activation { get; init; }

        public double? Rate { get; init; }

        public IReadOnlyList<Block> Blocks { get; init; } = [];

        public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

        public string? FindFault() => Hidden.Count > 0 ? null : "must have at least one hidden layer. Received: [].";
    }
}
