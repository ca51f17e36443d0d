using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Families;

/// <summary>One kind of model on its way from a recipe to a bundle.</summary>
internal interface IModelRun : IDisposable
{
    /// <summary>The fresh model, and its loss.</summary>
    ITrainableModel Trainable { get; }

    /// <summary>Observes the run; one that is an <see cref="IRunRecord"/> is part of checkpoints. Null: none.</summary>
    ITrainingObserver? Observer { get; }

    /// <summary>Writes the bundle of the trained model, which is on the CPU again.</summary>
    /// <param name="history">What each epoch measured.</param>
    /// <param name="folder">The folder that the bundle becomes.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <param name="stage">Is told what is under way.</param>
    /// <exception cref="Export.ParityException">ONNX Runtime does not agree with TorchSharp.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage);
}
