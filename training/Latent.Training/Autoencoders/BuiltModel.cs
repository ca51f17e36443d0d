using System.Text.Json.Nodes;

namespace Latent.Training.Autoencoders;

/// <summary>A model and its resolved options: sizes taken from the data are filled in.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">The options as written in a bundle (snake_case keys).</param>
public sealed record BuiltModel(AutoencoderModel Model, JsonObject Options);
