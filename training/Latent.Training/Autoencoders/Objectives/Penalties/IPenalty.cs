using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>A loss term in addition to reconstruction and divergence.</summary>
internal interface IPenalty
{
    /// <summary>The name in progress lines and reports (<see cref="LossTerm"/>).</summary>
    string Name { get; }

    /// <summary>The weight, more than 0.</summary>
    double Weight { get; }

    /// <summary>Computes the unweighted term, a scalar with gradients.</summary>
    Tensor Compute(TrainingPass pass);
}
