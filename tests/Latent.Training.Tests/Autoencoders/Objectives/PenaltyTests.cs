using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

public sealed class PenaltyTests
{
    private const float Tolerance = 1e-4f;

    [Fact]
    public void Kl_IsTheClosedForm()
    {
        using var model = TinyRuns.Model("sparse", """{ "hidden": [8], "latent": 2 }""");
        var codes = tensor([0.1f, 0.5f, 0.3f, 0.1f], [2, 2]);

        var term = new KlSparsity(0.05, weight: 1).Compute(PassOf(model, codes));

        double Divergence(double activity) => (0.05 * Math.Log(0.05 / activity)) + (0.95 * Math.Log(0.95 / (1 - activity)));
        Assert.Equal(Divergence(0.2) + Divergence(0.3), term.item<float>(), Tolerance);
    }

    [Fact]
    public void Kl_OfUnitsThatAreNeverActive_StaysFinite()
    {
        using var model = TinyRuns.Model("sparse", """{ "hidden": [8], "latent": 2 }""");

        Assert.True(float.IsFinite(new KlSparsity(0.05, weight: 1).Compute(PassOf(model, zeros(2, 2))).item<float>()));
    }

    [Fact]
    public void L1_IsTheMeanOverRows()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [8], "latent": 2 }""");

        Assert.Equal(3.5f, new L1Sparsity(weight: 1).Compute(PassOf(model, tensor([1f, -2f, 4f, 0f], [2, 2]))).item<float>());
    }

    [Theory]
    [InlineData("sparse", null, "family sparse needs objective.sparsity. Received: none. Set objective.sparsity to { target: 0.05 }.")]
    [InlineData("jump_relu", null, "family jump_relu needs objective.sparsity. Received: none. Set objective.sparsity to { kind: l0, target: 16 }.")]
    [InlineData("dense", SparsityKind.Kl, "objective.sparsity of kind kl needs codes in (0, 1): family sparse, or options.code_activation sigmoid. Received: family dense. Set objective.sparsity.kind to l1, which takes any code.")]
    [InlineData("topk", SparsityKind.L0, "objective.sparsity of kind l0 counts the active latents of a jump_relu code. Received: family topk. Set objective.sparsity.kind to l1, which takes any code.")]
    public void Create_SparsityThatTheCodeDoesNotKnow_IsRejected(string family, SparsityKind? kind, string message)
    {
        var settings = new ObjectiveSettings { Sparsity = kind is { } known ? new SparsitySettings { Kind = known } : null };

        Assert.Equal($"test: {message}", Rejection(family, settings));
    }

    [Fact]
    public void Create_ContractionOfConvolutions_IsRejected() => Assert.Equal(
        "test: objective.contraction is supported for dense networks with a plain or Gaussian code only. Received: family convolutional, ConvolutionalEncoder. Set it to 0, or options.network to dense.",
        Rejection("convolutional", new ObjectiveSettings { Contraction = 0.1 }));

    [Fact]
    public void Create_AuxiliaryLossOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.auxiliary revives dead latents of families topk, batch_topk and jump_relu. Received: family dense. Leave it out.",
        Rejection("dense", new ObjectiveSettings { Auxiliary = new AuxiliarySettings() }));

    [Fact]
    public void Create_ImportanceOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.importance is a bound for variational models. Received: family dense. Leave it out, or set family to variational.",
        Rejection("dense", new ObjectiveSettings { Likelihood = Likelihood.Bernoulli, Importance = new ImportanceSettings() }));

    private static string Rejection(string family, ObjectiveSettings settings)
    {
        var recipe = TinyRuns.Dense with { Family = family, Options = TinyRuns.Options("""{ "latent": 16 }"""), Objective = settings };
        using var model = TinyRuns.Model(recipe);
        return Assert.Throws<RecipeException>(() => Objective.Create(recipe, model)).Message;
    }

    private static TrainingPass PassOf(Latent.Training.Autoencoders.AutoencoderModel model, Tensor codes) =>
        new(model, zeros(2, 784), zeros(2, 784), zeros(2, 784), new(codes));
}
