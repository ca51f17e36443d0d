using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>What a model made of a batch, for penalties to look at.</summary>
/// <param name="Model">The model.</param>
/// <param name="Clean">Normalised rows as they are, [batch, features].</param>
/// <param name="Seen">Normalised rows as the encoder saw them, [batch, features].</param>
/// <param name="Target">Normalised rows as they should be drawn, [batch, features].</param>
/// <param name="Posterior">Their code.</param>
internal sealed record TrainingPass(AutoencoderModel Model, TensorValue Clean, TensorValue Seen, TensorValue Target, Posterior<TensorValue> Posterior);
