using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects terms of the objective that the options of an autoencoder do not support.</summary>
internal static class PenaltiesCheck
{
    /// <summary>Checks a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="RecipeException">
    /// A penalty is not supported for the options, or a family lacks the penalty that it requires.
    /// </exception>
    public static void Check(Recipe recipe, AutoencoderOptions options)
    {
        if ((SparsityFault(recipe, options) ?? TermFault(recipe, options)) is { } fault)
            throw recipe.Reject(fault);
    }

    private static string? SparsityFault(Recipe recipe, AutoencoderOptions options)
    {
        if (recipe.Objective.Sparsity is not { } sparsity)
        {
            return recipe.Family is "sparse" or "jump_relu"
                ? $"family {recipe.Family} needs objective.sparsity. Received: none. " +
                    $"Set objective.sparsity to {(recipe.Family == "sparse" ? "{ target: 0.05 }" : "{ kind: l0, target: 16 }")}."
                : null;
        }

        return sparsity.Kind switch
        {
            SparsityKind.L1 => null,
            SparsityKind.L0 when options.Code is not JumpReluOptions =>
                NotFor(recipe, "kind l0 counts the active latents of a jump_relu code"),
            SparsityKind.L0 => sparsity.Target <= options.Model.Latent ? null : FormattableString.Invariant(
                $"objective.sparsity.target must be at most options.latent, {options.Model.Latent}. Received: {sparsity.Target}."),
            _ => options.Code is SigmoidCodeOptions or PlainCodeOptions { CodeActivation: CodeActivation.Sigmoid }
                ? null
                : NotFor(recipe, "kind kl needs codes in (0, 1): family sparse, or options.code_activation sigmoid"),
        };
    }

    private static string? TermFault(Recipe recipe, AutoencoderOptions options)
    {
        var objective = recipe.Objective;
        if (objective.Contraction > 0 && !Contraction.Knows(options))
        {
            return "objective.contraction is supported for dense networks with a plain or Gaussian code only. " +
                $"Received: family {recipe.Family}, {options.Model.Network ?? NetworkKind.Dense}Encoder. " +
                "Set it to 0, or options.network to dense.";
        }

        if (objective.Auxiliary is not null && options.Code is not (TopKOptions or BatchTopKOptions or JumpReluOptions))
        {
            return "objective.auxiliary revives dead latents of families topk, batch_topk and jump_relu. " +
                $"Received: family {recipe.Family}. Leave it out.";
        }

        return objective.Importance is { Samples: > 1 } && options.Code is not GaussianCodeOptions
            ? $"objective.importance is a bound for variational models. Received: family {recipe.Family}. " +
                "Leave it out, or set family to variational."
            : null;
    }

    private static string NotFor(Recipe recipe, string rule) =>
        $"objective.sparsity of {rule}. Received: family {recipe.Family}. Set objective.sparsity.kind to l1, which takes any code.";
}
