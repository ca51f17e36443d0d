using Latent.Fitting;
using Latent.Training.Export;

namespace Latent.Training.Families;

/// <summary>The run of a model from its first weights to its bundle.</summary>
/// <param name="Trainable">The model with its loss, untrained at first.</param>
/// <param name="Observer">Receives step and epoch progress, and may record it for the report; or null.</param>
/// <param name="Export">Writes the bundle of the trained model.</param>
internal sealed record ModelRun(ITrainableModel Trainable, ITrainingObserver? Observer, BundleExport Export) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Trainable.Module.Dispose();
}
