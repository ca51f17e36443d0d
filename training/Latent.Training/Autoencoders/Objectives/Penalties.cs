using Latent.Training.Autoencoders.Codes;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The penalties of a recipe, each checked against the model.</summary>
internal static class Penalties
{
    /// <exception cref="RecipeException">
    /// A penalty is not supported for the model, or a family lacks the penalty that it requires.
    /// </exception>
    public static IReadOnlyList<IPenalty> Create(Recipe recipe, AutoencoderModel model, ReconstructionLoss reconstruction)
    {
        var settings = recipe.Objective;
        var penalties = new List<IPenalty>();
        if (settings.Sparsity is { } sparsity)
            penalties.Add(SparsityOf(recipe, sparsity, model.Code));
        else if (model.Family is "sparse" or "jump_relu")
            throw Rejected(
                recipe,
                $"family {model.Family} needs objective.sparsity. Received: none. " +
                $"Set objective.sparsity to {(model.Family == "sparse" ? "{ target: 0.05 }" : "{ kind: l0, target: 16 }")}.");
        if (settings.Contraction > 0)
            penalties.Add(Contraction.Knows(model) ? new Contraction(settings.Contraction) : throw Rejected(
                recipe,
                "objective.contraction is supported for dense networks with a plain or Gaussian code only. " +
                $"Received: family {model.Family}, {model.Encoder.GetType().Name}. " +
                "Set it to 0, or options.network to dense."));
        if (settings.Auxiliary is { } auxiliary)
            penalties.Add(model.Code is SparseCode ? new AuxiliaryLoss(reconstruction, auxiliary) : throw Rejected(
                recipe,
                "objective.auxiliary revives dead latents of families topk, batch_topk and jump_relu. " +
                $"Received: family {model.Family}. Leave it out."));
        if (settings.Importance is { Samples: > 1 } && !model.IsVariational)
            throw Rejected(
                recipe,
                $"objective.importance is a bound for variational models. Received: family {model.Family}. " +
                "Leave it out, or set family to variational.");
        return penalties;
    }

    private static IPenalty SparsityOf(Recipe recipe, SparsitySettings settings, CodeLayer code) => settings.Kind switch
    {
        SparsityKind.L1 => new L1Sparsity(settings.Weight),
        SparsityKind.L0 when code is JumpReluCode && settings.Target > code.Projection.weight.shape[0] => throw Rejected(recipe, FormattableString.Invariant($"objective.sparsity.target must be at most options.latent, {code.Projection.weight.shape[0]}. Received: {settings.Target}.")),
        SparsityKind.L0 => code is JumpReluCode
            ? new L0Sparsity(settings.Target, settings.Weight)
            : throw NotFor(recipe, "kind l0 counts the active latents of a jump_relu code"),
        _ => code is PlainCode { Activation: CodeActivation.Sigmoid }
            ? new KlSparsity(settings.Target, settings.Weight)
            : throw NotFor(recipe, "kind kl needs codes in (0, 1): family sparse, or options.code_activation sigmoid"),
    };

    private static RecipeException NotFor(Recipe recipe, string rule) => Rejected(recipe, $"objective.sparsity of {rule}. Received: family {recipe.Family}. Set objective.sparsity.kind to l1, which takes any code.");

    private static RecipeException Rejected(Recipe recipe, string problem) => new(recipe.Options.Position, problem);
}
