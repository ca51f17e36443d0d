namespace Latent.Data;

/// <summary>Reads the samples of a catalogue entry from its files, all of which are present and verified.</summary>
/// <param name="folder">The folder with the files.</param>
/// <param name="reference">The reference that was opened, with its settings.</param>
internal delegate PublishedData DataReader(string folder, DataReference reference);
