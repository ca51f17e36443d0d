using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Binding;
using Latent.Training.Families;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Families;

public sealed class ModelFamiliesTests
{
    private static readonly Dataset Table = new("table", [6], new float[60]);

    [Fact]
    public void Names_AreNetworksAndCodes() => Assert.Equal(
        ["attention", "batch_topk", "convolutional", "dense", "jump_relu", "residual", "sparse", "topk", "variational"], new AutoencoderFamily().Names);

    [Fact]
    public void Names_OfAllFamilies_AreDistinct() => Assert.Equal(11, ModelFamilies.Names.Distinct().Count());

    [Theory]
    [InlineData("dense", """{ "latnt": 3 }""", "test: unknown key \"latnt\" in options. Did you mean \"latent\"? Known keys: activation, code_activation, dropout, hidden, input, latent, network, normalization, output, tied, unit_length.")]
    [InlineData(
        "dense",
        """{ "network": "residual" }""",
        "test: family dense is a network itself. Received: options.network residual. Leave it out, or set family to residual.")]
    [InlineData(
        "variational",
        """{ "network": "round" }""",
        "test: options.network must be one of dense, convolutional, residual, attention. Received: \"round\".")]
    [InlineData("dense", """{ "latent": 0 }""", "test: options.latent must be at least 1. Received: 0.")]
    [InlineData("dense", """{ "hidden": [8, 0] }""", "test: options.hidden[1] must be at least 1. Received: 0.")]
    [InlineData("topk", """{ "latent": 8, "active": 9 }""", "test: options.active must be at most options.latent, 8. Received: 9.")]
    [InlineData(
        "attention",
        """{ "channels": [4, 6], "heads": 4 }""",
        "test: options must have a number of heads that divides the last number of channels, 6. Received: 4.")]
    [InlineData("convolutional", """{ "channels": [4, 4, 4, 4] }""", "test: channels has 4 convolutions, and number 3 would have to halve 7x7. Received: images of 28x28. Use fewer convolutions, or resize the images (data.shape, data.resize) so that every halved side is even.")]
    [InlineData("round", "{}",
        "test: unknown family \"round\". Known families: attention, batch_topk, " +
        "convolutional, dense, jump_relu, residual, sequence, sparse, topk, variational.")]
    public void Build_WithImpossibleOptions_SaysWhatWouldDo(string family, string options, string message)
    {
        var error = Assert.Throws<RecipeException>(() => TinyRuns.Model(family, options));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Build_ConvolutionsForATable_SaysWhatTheyLookAt()
    {
        var recipe = TinyRuns.Dense with { Family = "convolutional", Options = TinyRuns.Options("{}") };

        var error = Assert.Throws<RecipeException>(() => ModelFamilies.Build(recipe, Table));

        Assert.Equal(
            "test: a convolutional network needs images. Received: table, rows of 6 values. " +
            "Use options.network dense or residual, or an image data set.",
            error.Message);
    }

    [Fact]
    public void Build_Options_SayHowToBuildTheModelAgain()
    {
        var options = ModelFamilies.Build(TinyRuns.Dense, TinyRuns.Digits.Train).Options.ToJson();
        var recipe = TinyRuns.Dense with { Options = TinyRuns.Options(options.ToJsonString()) };

        var again = ModelFamilies.Build(recipe, TinyRuns.Digits.Train).Options.ToJson();

        Assert.Equal("""{"input":784,"network":"dense","latent":8,"output":"sigmoid","normalization":"none","unit_length":false,"hidden":[32],"activation":"relu","tied":false,"dropout":0,"code_activation":"identity"}""", options.ToJsonString());
        Assert.Equal(options.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public void Build_Tied_HasTheEncodersWeightsOnce()
    {
        using var tied = TinyRuns.Model("dense", """{ "hidden": [32], "latent": 8, "tied": true }""");
        using var plain = TinyRuns.Model("dense", """{ "hidden": [32], "latent": 8 }""");

        Assert.Equal(ParameterCount(plain) - (784 * 32) - (32 * 8), ParameterCount(tied));
        Assert.DoesNotContain(
            tied.state_dict().Keys,
            key => key.StartsWith("decoder.", StringComparison.Ordinal) && key.EndsWith("weight", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dense", """{ "hidden": [8] }""")]
    [InlineData("dense", """{ "hidden": [8], "tied": true }""")]
    [InlineData("residual", """{ "width": 8 }""")]
    public void Build_BeforeTraining_ReconstructsTheMeanRow(string family, string options)
    {
        using var scope = NewDisposeScope();
        using var model = TinyRuns.Model(family, options);
        using var frozen = no_grad();
        model.Decoder.named_parameters().Where(entry => entry.name.EndsWith("weight", StringComparison.Ordinal)).ToList()
            .ForEach(entry => entry.parameter.zero_());
        model.Code.Projection.weight.zero_();
        model.Code.Projection.bias!.zero_();
        foreach (var (name, parameter) in model.Encoder.named_parameters())
            parameter.zero_();

        var reconstruction = model.forward(zeros(1, 784));

        var mean = tensor(TinyRuns.Digits.Train.Values, [TinyRuns.Digits.Train.Count, 784]).mean([0])
            .clamp((TorchSharp.Scalar)0.001, (TorchSharp.Scalar)0.999);
        Assert.True(reconstruction[0].allclose(mean, rtol: 0, atol: 1e-5));
    }

    private static long ParameterCount(AutoencoderModel model) => model.parameters().Sum(parameter => parameter.numel());
}
