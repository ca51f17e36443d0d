namespace Latent.Data;

/// <summary>A <see cref="DataReader"/> whose samples depend on options, such as the minimum numbers of ratings.</summary>
/// <param name="folder">The folder with the files.</param>
/// <param name="reference">The reference that was opened, with its settings.</param>
/// <param name="options">The read options.</param>
internal delegate PublishedData OptionsReader(string folder, DataReference reference, DataOptions options);
