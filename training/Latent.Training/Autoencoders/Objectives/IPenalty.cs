using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>A term of a loss beside reconstruction and divergence.</summary>
internal interface IPenalty
{
    /// <summary>What progress lines and reports call it (<see cref="LossTerm"/>).</summary>
    string Name { get; }

    /// <summary>Its weight, more than 0.</summary>
    double Weight { get; }

    /// <summary>The unweighted term, a scalar that carries gradients.</summary>
    Tensor Compute(TrainingPass pass);
}
