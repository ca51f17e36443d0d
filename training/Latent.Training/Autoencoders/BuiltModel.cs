using System.Text.Json.Nodes;

namespace Latent.Training.Autoencoders;

/// <summary>A model and the options that it was built from, resolved: sizes that came from the data are filled in.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">The options, as a bundle states them (snake_case keys).</param>
public sealed record BuiltModel(AutoencoderModel Model, JsonObject Options);
