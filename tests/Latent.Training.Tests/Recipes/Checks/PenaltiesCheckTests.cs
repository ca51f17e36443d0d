using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Families;

namespace Latent.Training.Tests.Recipes.Checks;

public sealed class PenaltiesCheckTests
{
    [Theory]
    [InlineData("sparse", null, "family sparse needs objective.sparsity. Received: none. Set objective.sparsity to { target: 0.05 }.")]
    [InlineData(
        "jump_relu",
        null,
        "family jump_relu needs objective.sparsity. Received: none. Set objective.sparsity to { kind: l0, target: 16 }.")]
    [InlineData("dense", SparsityKind.Kl,
        "objective.sparsity of kind kl needs codes in (0, 1): family sparse, or " +
        "options.code_activation sigmoid. Received: family dense. Set objective.sparsity.kind to l1, which takes any code.")]
    [InlineData("topk", SparsityKind.L0,
        "objective.sparsity of kind l0 counts the active latents of a jump_relu " +
        "code. Received: family topk. Set objective.sparsity.kind to l1, which takes any code.")]
    public void Check_SparsityThatTheCodeDoesNotKnow_IsRejected(string family, SparsityKind? kind, string message)
    {
        var settings = new ObjectiveSettings { Sparsity = kind is { } known ? new SparsitySettings { Kind = known } : null };

        Assert.Equal($"test: {message}", Rejection(family, settings));
    }

    [Fact]
    public void Check_ContractionOfConvolutions_IsRejected() => Assert.Equal(
        "test: objective.contraction is supported for dense networks with a plain or Gaussian code only. Received: " +
        "family convolutional, ConvolutionalEncoder. Set it to 0, or options.network to dense.",
        Rejection("convolutional", new ObjectiveSettings { Contraction = 0.1 }));

    [Fact]
    public void Check_AuxiliaryLossOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.auxiliary revives dead latents of families topk, batch_topk and jump_relu. Received: family dense. Leave it out.",
        Rejection("dense", new ObjectiveSettings { Auxiliary = new AuxiliarySettings() }));

    [Fact]
    public void Check_ImportanceOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.importance is a bound for variational models. Received: family dense. Leave it out, or set family to variational.",
        Rejection("dense", new ObjectiveSettings { Likelihood = Likelihood.Bernoulli, Importance = new ImportanceSettings() }));

    private static string Rejection(string family, ObjectiveSettings settings)
    {
        var recipe = TinyRuns.Dense with { Family = family, Options = TinyRuns.Options("""{ "latent": 16 }"""), Objective = settings };
        return Assert.Throws<RecipeException>(() => ModelFamilies.Autoencoder(recipe)).Message;
    }
}
