using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The results of a forward pass over a batch, as input of the penalties.</summary>
/// <param name="Model">The model.</param>
/// <param name="Clean">Clean normalised rows, [batch, features].</param>
/// <param name="Seen">Normalised rows as seen by the encoder, [batch, features].</param>
/// <param name="Target">The reconstruction target, normalised rows, [batch, features].</param>
/// <param name="Posterior">The posterior of the rows.</param>
internal sealed record TrainingPass(
    AutoencoderModel Model,
    TensorValue Clean,
    TensorValue Seen,
    TensorValue Target,
    Posterior<TensorValue> Posterior);
