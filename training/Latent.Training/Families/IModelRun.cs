using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Families;

/// <summary>The run of one kind of model from recipe to bundle.</summary>
internal interface IModelRun : IDisposable
{
    /// <summary>The model with its loss, untrained at first.</summary>
    ITrainableModel Trainable { get; }

    /// <summary>The record of the run for the report.</summary>
    ITrainingObserver? Observer { get; }

    /// <summary>Writes the bundle of the trained model, which must be back on the CPU.</summary>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="folder">The bundle folder to write.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <param name="stage">Receives the name of each stage.</param>
    /// <exception cref="Export.ParityException">ONNX Runtime and TorchSharp disagree.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage);
}
