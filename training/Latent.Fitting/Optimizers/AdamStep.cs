using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>An Adam step in tensor operations, for weights of any type on any device.</summary>
internal static class AdamStep
{
    /// <summary>Updates a weight; the step counter already includes this step.</summary>
    public static void Run(AdamState state, Tensor gradient, AdamSettings settings)
    {
        var weight = state.Parameter;
        if (settings is { WeightDecay: not 0, IsDecoupled: false })
            gradient = gradient.add(weight, Scalars.Get(settings.WeightDecay));
        if (settings is { WeightDecay: not 0, IsDecoupled: true })
        {
            using var rest = Scalars.New(1 - (settings.LearningRate * settings.WeightDecay));
            weight.mul_(rest);
        }

        state.Mean.mul_(Scalars.Get(AdamSettings.Beta1)).add_(gradient, Scalars.Get(1 - AdamSettings.Beta1));
        state.Square.mul_(Scalars.Get(AdamSettings.Beta2)).addcmul_(gradient, gradient, Scalars.Get(1 - AdamSettings.Beta2));
        using var size = Scalars.New(-settings.LearningRate / (1 - Math.Pow(AdamSettings.Beta1, state.Steps)));
        using var correction = Scalars.New(Math.Sqrt(1 - Math.Pow(AdamSettings.Beta2, state.Steps)));
        weight.addcdiv_(state.Mean, (state.Square.sqrt() / correction).add_(Scalars.Get(AdamSettings.Epsilon), Scalars.One), size);
    }
}
