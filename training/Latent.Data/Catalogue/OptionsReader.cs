namespace Latent.Data;

/// <summary>A <see cref="DataReader"/> whose samples depend on options, such as which ratings stay.</summary>
/// <param name="folder">The folder with the files.</param>
/// <param name="reference">As it was asked for, with its settings.</param>
/// <param name="options">How it is to be read.</param>
internal delegate PublishedData OptionsReader(string folder, DataReference reference, DataOptions options);
