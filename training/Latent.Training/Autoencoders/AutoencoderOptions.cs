using System.Text.Json.Nodes;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders;

/// <summary>All options of an autoencoder.</summary>
/// <param name="Family">The family name in bundles and messages, such as <c>variational</c>.</param>
/// <param name="Model">The options that all families share.</param>
/// <param name="Network">The options of encoder and decoder.</param>
/// <param name="Code">The options of the code.</param>
public sealed record AutoencoderOptions(string Family, ModelOptions Model, NetworkOptions Network, CodeOptions Code)
{
    /// <summary>Returns the options as one JSON object, as in recipes and bundles.</summary>
    public JsonObject ToJson() => RecordBinder.ToJsonTogether(Model, Network, Code);
}
