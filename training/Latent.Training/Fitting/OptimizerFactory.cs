using Latent.Training.Recipes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Fitting;

/// <summary>Makes the optimizer that a recipe asks for.</summary>
internal static class OptimizerFactory
{
    public static OptimizerHelper Create(FitSettings fit, IEnumerable<Parameter> parameters) => fit.Optimizer switch
    {
        OptimizerKind.Adam => optim.Adam(parameters, fit.LearningRate, weight_decay: fit.WeightDecay),
        OptimizerKind.Adamw => optim.AdamW(parameters, fit.LearningRate, weight_decay: fit.WeightDecay),
        OptimizerKind.Sgd => optim.SGD(parameters, fit.LearningRate, weight_decay: fit.WeightDecay),
        _ => throw new ArgumentOutOfRangeException(nameof(fit), fit.Optimizer, "Not an optimizer."),
    };
}
